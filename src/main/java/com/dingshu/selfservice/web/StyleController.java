package com.dingshu.selfservice.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the page's style sheet; its address changes with its content. */
@Controller
class StyleController {

    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final StyleSheet style;

    StyleController(StyleSheet style) {
        this.style = style;
    }

    @GetMapping("/s/assets/page.css")
    ResponseEntity<String> style() {
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(style.text());
    }
}
