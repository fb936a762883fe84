package com.dingshu.identity.web;

import com.dingshu.identity.SignIn;
import com.dingshu.identity.SignInResult;
import com.dingshu.identity.SignedInUser;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Takes the sign-in page's form and sends the browser on: to where it wanted to go, or back with the reason. */
@Controller
class StaffSignInController {

    static final String PAGE = "/sign-in";
    private static final String HOME = "/";
    private static final String WAREHOUSE = "/h5/";

    private final SignIn signIn;
    private final SessionStart sessions;
    private final VaadinDefaultRequestCache wanted;

    StaffSignInController(SignIn signIn, SessionStart sessions, VaadinDefaultRequestCache wanted) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.wanted = wanted;
    }

    @GetMapping("/login")
    ResponseEntity<Void> page() {
        return to(PAGE);
    }

    @PostMapping("/login")
    ResponseEntity<Void> signIn(
            @RequestParam(defaultValue = "") String m,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signIn.attempt(SessionStart.attempt(request, m, username, password))) {
            case SignInResult.Welcome(SignedInUser user) -> welcome(user, request, response);
            case SignInResult.Refused refused -> to(back(m, "bad"));
            case SignInResult.Locked locked -> to(back(m, "locked", locked.retryAfter()));
            case SignInResult.Throttled throttled -> to(back(m, "throttled", throttled.retryAfter()));
        };
    }

    /** The sign-in page again, with what went wrong. */
    static String back(String merchant, String error) {
        return page(error).encode().buildAndExpand(merchant).toUriString();
    }

    private static String back(String merchant, String error, Duration wait) {
        return page(error)
                .queryParam("wait", wait.toSeconds())
                .encode()
                .buildAndExpand(merchant)
                .toUriString();
    }

    private static UriComponentsBuilder page(String error) {
        return UriComponentsBuilder.fromPath(PAGE).queryParam("m", "{m}").queryParam("error", error);
    }

    private ResponseEntity<Void> welcome(SignedInUser user, HttpServletRequest request, HttpServletResponse response) {
        String target = user.scansOnly() ? WAREHOUSE : wanted(request, response);
        sessions.begin(user, request, response);
        return to(target);
    }

    private String wanted(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = wanted.getRequest(request, response);
        if (saved == null) {
            return HOME;
        }
        URI address = URI.create(saved.getRedirectUrl());
        String query = address.getRawQuery();
        return query == null ? address.getRawPath() : address.getRawPath() + "?" + query;
    }

    private static ResponseEntity<Void> to(String place) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, place)
                .build();
    }
}
