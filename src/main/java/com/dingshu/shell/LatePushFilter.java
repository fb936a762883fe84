package com.dingshu.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away the live channel of a page whose session is over. Let through, its last word would start a new session, and
 * that one's cookie would replace the cookie of somebody who has just signed in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LatePushFilter extends OncePerRequestFilter {

    private static final String CHANNEL = "/VAADIN/push";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().endsWith(CHANNEL);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getSession(false) == null) {
            response.setStatus(HttpServletResponse.SC_GONE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
