package com.dingshu.channels.web;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whatever else is tried below {@code /hooks} is not there. */
@RestController
class NoSuchHook {

    @RequestMapping("/hooks/**")
    ResponseEntity<Void> nothing() {
        return ResponseEntity.notFound().build();
    }
}
