package com.dingshu.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/** The token against forged requests, one a session, the same for staff screens and the warehouse page. */
@Component
class Csrf {

    private final CsrfTokenRepository repository = new HttpSessionCsrfTokenRepository();
    private final XorCsrfTokenRequestAttributeHandler handler = new XorCsrfTokenRequestAttributeHandler();

    CsrfTokenRepository repository() {
        return repository;
    }

    XorCsrfTokenRequestAttributeHandler handler() {
        return handler;
    }

    /** The token of the session as it is now, made when there is none: for the answer of a call. */
    Map<String, String> told(HttpServletRequest request, HttpServletResponse response) {
        handler.handle(request, response, repository.loadDeferredToken(request, response)::get);
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return Map.of("header", token.getHeaderName(), "token", token.getToken());
    }
}
