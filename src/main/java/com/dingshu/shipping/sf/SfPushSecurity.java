package com.dingshu.shipping.sf;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The carrier's pushes: no session, no sign-in; what is believed is decided by the key each line carries. */
@Configuration(proxyBeanMethods = false)
class SfPushSecurity {

    @Bean
    @Order(11)
    SecurityFilterChain carrierPushes(HttpSecurity http) throws Exception {
        return http.securityMatcher("/sf/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'")))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/sf/push")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }
}
