package com.dingshu.selfservice.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;

/** The page's answers: never cached, the visit's cookie readable by nobody but the server. */
final class Answers {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final Duration VISIT = Duration.ofMinutes(30);
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private Answers() {}

    static ResponseEntity<String> page(String html) {
        return page(HttpStatus.OK, html);
    }

    static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(html);
    }

    static ResponseEntity<String> to(Visit visit, String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(visit.base() + path))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    static ResponseEntity<String> opened(Visit visit, String token, String path) {
        return with(to(visit, path), cookie(Visits.COOKIE, token, visit.base(), VISIT, visit.secure()));
    }

    static ResponseEntity<String> left(Visit visit) {
        return with(to(visit, "/phone"), cookie(Visits.COOKIE, "", visit.base(), Duration.ZERO, visit.secure()));
    }

    static ResponseEntity<String> remembering(ResponseEntity<String> answer, String language, boolean secure) {
        return with(answer, cookie(Visits.LANGUAGE, language, "/s", REMEMBERED, secure));
    }

    private static ResponseEntity<String> with(ResponseEntity<String> answer, ResponseCookie cookie) {
        HttpHeaders headers = new HttpHeaders(answer.getHeaders());
        headers.add(HttpHeaders.SET_COOKIE, cookie.toString());
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }

    private static ResponseCookie cookie(String name, String value, String path, Duration life, boolean secure) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path(path)
                .maxAge(life)
                .build();
    }
}
