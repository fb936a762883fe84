package com.dingshu.identity.web;

import com.dingshu.shared.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request a number of its own: in the answer's header, in each line of the log, on each change it makes. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestTrace extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = RequestTrace.class.getName();
    private static final String LOG_FIELD = "requestId";

    static String idOf(ServletRequest request) {
        Object id = request.getAttribute(ATTRIBUTE);
        return id == null ? Ids.next().toString() : id.toString();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = Ids.next().toString();
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        try (MDC.MDCCloseable logged = MDC.putCloseable(LOG_FIELD, id)) {
            chain.doFilter(request, response);
        }
    }
}
