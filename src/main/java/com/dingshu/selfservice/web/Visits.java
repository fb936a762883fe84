package com.dingshu.selfservice.web;

import com.dingshu.selfservice.StatusAccess;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.TenantInfo;
import com.dingshu.tenancy.Tenants;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Binds a look at the page to its merchant and to somebody who may do nothing but look. */
@Component
class Visits {

    static final String COOKIE = "dingshu_status";
    static final String LANGUAGE = "dingshu_lang";

    private static final int LONGEST_DEVICE = 200;

    private final Tenants tenants;

    Visits(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Empty when there is no such merchant, or none that is at work. */
    Optional<ResponseEntity<String>> at(
            HttpServletRequest request, String slug, Function<Visit, ResponseEntity<String>> work) {
        return tenants.bySlug(slug)
                .filter(Visits::works)
                .map(merchant -> bound(
                        request,
                        visit(request, merchant, cookie(request, COOKIE).orElse("")),
                        work));
    }

    Optional<ResponseEntity<String>> byLink(
            HttpServletRequest request, String token, Function<Visit, ResponseEntity<String>> work) {
        return StatusAccess.tenantOf(token)
                .flatMap(tenants::byId)
                .filter(Visits::works)
                .map(merchant -> bound(request, visit(request, merchant, token), work));
    }

    private static ResponseEntity<String> bound(
            HttpServletRequest request, Visit visit, Function<Visit, ResponseEntity<String>> work) {
        Actor buyer =
                new Actor(Actor.Kind.BUYER, null, "buyer", Set.of(Permission.STATUS_PAGE), device(request, visit));
        ResponseEntity<String> answer = Acting.as(visit.merchant().id(), buyer).call(() -> work.apply(visit));
        return chosenLanguage(request)
                .map(language -> Answers.remembering(answer, language, visit.secure()))
                .orElse(answer);
    }

    private static Visit visit(HttpServletRequest request, TenantInfo merchant, String token) {
        return new Visit(merchant, language(request, merchant), request.getRemoteAddr(), request.isSecure(), token);
    }

    private static Locale language(HttpServletRequest request, TenantInfo merchant) {
        return language(request).orElse(merchant.locale());
    }

    /** The language of somebody who has come to no merchant. */
    static Optional<Locale> language(HttpServletRequest request) {
        return Stream.of(chosenLanguage(request), cookie(request, LANGUAGE), browsers(request))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Locale::forLanguageTag);
    }

    private static Optional<String> chosenLanguage(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("lang")).filter(l -> l.equals("zh") || l.equals("en"));
    }

    private static Optional<String> browsers(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        return header == null || header.isBlank()
                ? Optional.empty()
                : Optional.of(request.getLocale().getLanguage()).filter(l -> l.equals("zh") || l.equals("en"));
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static String device(HttpServletRequest request, Visit visit) {
        String agent = request.getHeader("User-Agent");
        String all = visit.address() + (agent == null ? "" : " " + agent.replaceAll("\\p{Cntrl}", " "));
        return all.length() <= LONGEST_DEVICE ? all : all.substring(0, LONGEST_DEVICE);
    }

    private static boolean works(TenantInfo merchant) {
        return merchant.status().operating();
    }
}
