package com.dingshu.identity.web;

import com.dingshu.identity.LiveSessions;
import com.dingshu.identity.SignIn;
import com.dingshu.identity.SignInAttempt;
import com.dingshu.identity.SignedInUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Opens the session of somebody who just signed in. Whatever session the browser had before ends with everything in it:
 * its id cannot be planted, and nothing of an earlier person is carried over.
 */
@Component
class SessionStart {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final LiveSessions sessions;

    SessionStart(LiveSessions sessions) {
        this.sessions = sessions;
    }

    static SignInAttempt attempt(HttpServletRequest request, String merchant, String login, String password) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new SignInAttempt(merchant, login, password, request.getRemoteAddr(), agent == null ? "" : agent);
    }

    void begin(SignedInUser user, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        sessions.opened(request.getSession(), user);
        remember(user.merchant(), request, response);
    }

    private static void remember(String merchant, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(SignIn.MERCHANT_COOKIE, merchant)
                .path("/")
                .maxAge(REMEMBERED)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
