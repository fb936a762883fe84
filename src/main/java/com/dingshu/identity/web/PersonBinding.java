package com.dingshu.identity.web;

import com.dingshu.identity.CurrentUser;
import com.dingshu.identity.Device;
import com.dingshu.identity.SignIn;
import com.dingshu.identity.SignedInUser;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds each request of somebody signed in to the person and the merchant. Where the account no longer stands as it did
 * at the sign-in, the session ends here and the request goes on as nobody's.
 */
final class PersonBinding extends OncePerRequestFilter {

    private final SignIn signIn;

    PersonBinding(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedInUser> user = CurrentUser.find();
        if (user.isEmpty()) {
            chain.doFilter(request, response);
        } else if (signIn.stands(user.get())) {
            bound(user.get(), request, response, chain);
        } else {
            end(request);
            chain.doFilter(request, response);
        }
    }

    private static void bound(
            SignedInUser user, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        refuseOtherBinding(user);
        try {
            acting(user, request).<@Nullable Void, Exception>callChecked(() -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }

    private static Acting acting(SignedInUser user, HttpServletRequest request) {
        Actor actor = new Actor(Actor.Kind.USER, user.userId(), user.name(), user.permissions(), device(request));
        return Acting.as(user.tenantId(), actor).inRequest(RequestTrace.idOf(request));
    }

    private static String device(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return Device.describe(agent == null ? "" : agent, request.getRemoteAddr());
    }

    private static void refuseOtherBinding(SignedInUser user) {
        Acting.bound().filter(acting -> acting.tenantId() != user.tenantId()).ifPresent(other -> {
            throw new IllegalStateException("The request is bound to tenant " + other.tenantId()
                    + " and signed in for tenant " + user.tenantId());
        });
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
