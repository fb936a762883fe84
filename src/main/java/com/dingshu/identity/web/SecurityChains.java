package com.dingshu.identity.web;

import com.dingshu.identity.SignIn;
import com.dingshu.identity.SignedInUser;
import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who gets to which address. Signed calls of partners (10) and the public status page (20) have chains of their own in
 * their modules; here follow the open interface (30), the warehouse page (40) and, for everything else, the staff
 * screens. What no rule names is closed.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityChains {

    private static final int API = 30;
    private static final int WAREHOUSE = 40;
    private static final int STAFF = 100;

    /** Flow starts its client with a script in the page and evaluates expressions of its components. */
    private static final String STAFF_CONTENT = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
            + "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; "
            + "frame-src 'self' blob:; frame-ancestors 'self'";

    private static final String WAREHOUSE_CONTENT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' blob:; "
            + "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final String NO_CONTENT = "default-src 'none'; frame-ancestors 'none'";

    private final SignIn signIn;
    private final Csrf csrf;
    private final Problems problems;

    SecurityChains(SignIn signIn, Csrf csrf, Problems problems) {
        this.signIn = signIn;
        this.csrf = csrf;
        this.problems = problems;
    }

    /** Without keys to call with, the interface is closed; addresses outside of a version do not exist. */
    /** No observation of every filter of every request: nobody reads them, and pushes come by the thousand. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(API)
    SecurityFilterChain apiChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers(headers, NO_CONTENT))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/api/v1/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(failed -> failed.authenticationEntryPoint((request, response, why) ->
                                problems.write(request, response, HttpStatus.UNAUTHORIZED, "A key is needed", Map.of()))
                        .accessDeniedHandler(this::forbidden))
                .build();
    }

    /** The page's own files are open; its calls need the session and, when they change something, the token. */
    @Bean
    @Order(WAREHOUSE)
    SecurityFilterChain warehouseChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/h5", "/h5/**")
                .csrf(config -> config.csrfTokenRepository(csrf.repository()).csrfTokenRequestHandler(csrf.handler()))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers(headers, WAREHOUSE_CONTENT)
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(self)")))
                .addFilterBefore(new PersonBinding(signIn), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/h5/api/sign-in")
                        .permitAll()
                        .requestMatchers("/h5/api/**")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET, "/h5", "/h5/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(failed -> failed.authenticationEntryPoint((request, response, why) -> problems.write(
                                request,
                                response,
                                HttpStatus.UNAUTHORIZED,
                                "Nobody is signed in",
                                Map.of("csrf", csrf.told(request, response))))
                        .accessDeniedHandler(this::forbidden))
                .build();
    }

    /** Everything else is a staff screen: signed in, or the sign-in page. */
    @Bean
    @Order(STAFF)
    SecurityFilterChain staffChain(HttpSecurity http) throws Exception {
        return http.csrf(
                        config -> config.csrfTokenRepository(csrf.repository()).csrfTokenRequestHandler(csrf.handler()))
                .headers(headers -> headers(headers, STAFF_CONTENT))
                .addFilterBefore(new PersonBinding(signIn), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(SecurityChains::openStaffAddresses)
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.anyRequest(
                                AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated)
                        .addLogoutHandler(this::left)
                        .logoutSuccessHandler(afterSignOut()))
                .exceptionHandling(failed -> failed.authenticationEntryPoint(
                                new LoginUrlAuthenticationEntryPoint(StaffSignInController.PAGE))
                        .accessDeniedHandler(this::staffForbidden))
                .build();
    }

    /** Views are entered by permission; without being signed in, the way leads to the sign-in page. */
    @Bean
    NavigationAccessControlConfigurer viewAccessControl(ViewAccess access) {
        return new NavigationAccessControlConfigurer()
                .withNavigationAccessChecker(access)
                .withLoginView(StaffSignInController.PAGE);
    }

    private static void openStaffAddresses(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/login", "/actuator/health", "/actuator/health/**")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/assets/**", "/favicon.ico", "/favicon.svg", "/robots.txt")
                .permitAll();
    }

    private static HeadersConfigurer<HttpSecurity> headers(HeadersConfigurer<HttpSecurity> headers, String content) {
        return headers.contentSecurityPolicy(policy -> policy.policyDirectives(content))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    private void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        String title = why instanceof CsrfException ? "The token of the session is missing" : "This is not allowed";
        problems.write(request, response, HttpStatus.FORBIDDEN, title, Map.of());
    }

    /** A sign-in page left open until its session ended gets a fresh one instead of a refusal. */
    private void staffForbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, jakarta.servlet.ServletException {
        if (why instanceof CsrfException && request.getRequestURI().equals("/login")) {
            String merchant = request.getParameter("m");
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", StaffSignInController.back(merchant == null ? "" : merchant, "stale"));
        } else {
            new AccessDeniedHandlerImpl().handle(request, response, why);
        }
    }

    private void left(
            HttpServletRequest request,
            HttpServletResponse response,
            @org.jspecify.annotations.Nullable Authentication who) {
        if (who != null && who.getPrincipal() instanceof SignedInUser user) {
            signIn.ended(user);
        }
    }

    private static LogoutSuccessHandler afterSignOut() {
        var redirects = new UidlRedirectStrategy();
        return (request, response, who) -> redirects.sendRedirect(request, response, StaffSignInController.PAGE);
    }
}
