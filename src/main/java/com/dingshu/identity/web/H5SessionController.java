package com.dingshu.identity.web;

import com.dingshu.identity.CurrentUser;
import com.dingshu.identity.SignIn;
import com.dingshu.identity.SignInResult;
import com.dingshu.identity.SignedInDetail;
import com.dingshu.identity.SignedInUser;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out on the warehouse page, and who is signed in. The same session serves the staff screens. */
@RestController
@RequestMapping("/h5/api")
class H5SessionController {

    private final SignIn signIn;
    private final SessionStart sessions;
    private final Tenants tenants;
    private final Csrf csrf;
    private final Problems problems;
    private final List<SignedInDetail> details;

    H5SessionController(
            SignIn signIn,
            SessionStart sessions,
            Tenants tenants,
            Csrf csrf,
            Problems problems,
            List<SignedInDetail> details) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.tenants = tenants;
        this.csrf = csrf;
        this.problems = problems;
        this.details = details;
    }

    private record SignInRequest(
            @Nullable String merchant,
            @Nullable String login,
            @Nullable String password) {}

    @GetMapping("/me")
    Map<String, ?> me(HttpServletRequest request, HttpServletResponse response) {
        return me(CurrentUser.get(), request, response);
    }

    @PostMapping("/sign-in")
    @Nullable
    Map<String, ?> signIn(@RequestBody SignInRequest body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var attempt = SessionStart.attempt(request, text(body.merchant), text(body.login), text(body.password));
        return switch (signIn.attempt(attempt)) {
            case SignInResult.Welcome(SignedInUser user) -> {
                sessions.begin(user, request, response);
                yield user.acting()
                        .inRequest(RequestTrace.idOf(request))
                        .<Map<String, ?>>call(() -> me(user, request, response));
            }
            case SignInResult.Refused refused -> {
                refuse(request, response);
                yield null;
            }
            case SignInResult.Locked(Duration wait) -> {
                tooMany("Too many wrong tries on this account", wait, request, response);
                yield null;
            }
            case SignInResult.Throttled(Duration wait) -> {
                tooMany("Too many wrong tries from this address", wait, request, response);
                yield null;
            }
        };
    }

    @PostMapping("/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        signIn.ended(CurrentUser.get());
        new SecurityContextLogoutHandler().logout(request, response, null);
    }

    private Map<String, ?> me(SignedInUser user, HttpServletRequest request, HttpServletResponse response) {
        Map<String, @Nullable Object> me = new LinkedHashMap<>();
        me.put("user", Map.of("id", user.userId(), "login", user.login(), "name", user.name()));
        me.put(
                "merchant",
                Map.of("slug", user.merchant(), "name", tenants.current().name()));
        details.forEach(detail -> me.put(detail.name(), detail.about(user)));
        me.put(
                "permissions",
                user.permissions().stream().map(Permission::id).sorted().toList());
        me.put("locale", user.locale().toLanguageTag());
        me.put("csrf", csrf.told(request, response));
        return me;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "Merchant, login or password is wrong",
                Map.of("csrf", csrf.told(request, response)));
    }

    private void tooMany(String title, Duration wait, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
        problems.write(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                title,
                Map.of("retryAfterSeconds", wait.toSeconds(), "csrf", csrf.told(request, response)));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
