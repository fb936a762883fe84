package com.dingshu.channels;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers pushes that cannot be taken now: the platform sends them again. */
@RestControllerAdvice
class HookErrors {

    private static final String SECONDS = "2";

    @ExceptionHandler(RawWriter.InboxFull.class)
    ResponseEntity<Void> later(RawWriter.InboxFull full) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                .build();
    }
}
