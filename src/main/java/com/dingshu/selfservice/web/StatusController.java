package com.dingshu.selfservice.web;

import com.dingshu.selfservice.CodeRequest;
import com.dingshu.selfservice.EntryResult;
import com.dingshu.selfservice.Pass;
import com.dingshu.selfservice.StatusAccess;
import com.dingshu.selfservice.StatusAccess.PendingCode;
import com.dingshu.selfservice.StatusPage;
import com.dingshu.shared.Phone;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The addresses of a merchant's customer page. */
@Controller
class StatusController {

    private final Visits visits;
    private final StatusAccess access;
    private final StatusPage statusPage;
    private final Pages pages;

    StatusController(Visits visits, StatusAccess access, StatusPage statusPage, Pages pages) {
        this.visits = visits;
        this.access = access;
        this.statusPage = statusPage;
        this.pages = pages;
    }

    @GetMapping("/s/{merchant}")
    ResponseEntity<String> entry(HttpServletRequest request, @PathVariable String merchant) {
        return at(request, merchant, visit -> Answers.page(pages.entry(visit, "", null)));
    }

    @PostMapping("/s/{merchant}")
    ResponseEntity<String> byNumber(
            HttpServletRequest request,
            @PathVariable String merchant,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String digits) {
        return at(request, merchant, visit -> {
            EntryResult result = access.byNumber(order, digits, visit.address());
            return result instanceof EntryResult.Open open
                    ? Answers.opened(visit, open.token(), "/order")
                    : Answers.page(status(result), pages.entry(visit, shown(order), result));
        });
    }

    @GetMapping("/s/{merchant}/order")
    ResponseEntity<String> only(HttpServletRequest request, @PathVariable String merchant) {
        return withPass(request, merchant, (visit, pass) -> statusPage
                .only(pass)
                .map(order -> Answers.page(pages.order(visit, order, false)))
                .orElseGet(() -> Answers.to(visit, "")));
    }

    @GetMapping("/s/{merchant}/phone")
    ResponseEntity<String> phone(HttpServletRequest request, @PathVariable String merchant) {
        return at(request, merchant, visit -> Answers.page(pages.phone(visit, null)));
    }

    @PostMapping("/s/{merchant}/phone")
    ResponseEntity<String> requestCode(
            HttpServletRequest request, @PathVariable String merchant, @RequestParam(defaultValue = "") String phone) {
        return at(request, merchant, visit -> switch (access.requestCode(phone, visit.address())) {
            case CodeRequest.Asked asked -> Answers.to(visit, "/code?c=" + asked.id());
            case CodeRequest.NoNumber none ->
                Answers.page(HttpStatus.UNPROCESSABLE_CONTENT, pages.phone(visit, "phone.no-number"));
            case CodeRequest.TooMany tooMany ->
                Answers.page(HttpStatus.TOO_MANY_REQUESTS, pages.phone(visit, "too-many"));
        });
    }

    @GetMapping("/s/{merchant}/code")
    ResponseEntity<String> code(
            HttpServletRequest request, @PathVariable String merchant, @RequestParam(defaultValue = "") String c) {
        return withCode(request, merchant, c, (visit, pending) -> Answers.page(pages.code(visit, c, pending, null)));
    }

    @PostMapping("/s/{merchant}/code")
    ResponseEntity<String> enterCode(
            HttpServletRequest request,
            @PathVariable String merchant,
            @RequestParam(defaultValue = "") String c,
            @RequestParam(defaultValue = "") String code) {
        return withCode(request, merchant, c, (visit, pending) -> {
            EntryResult result = access.enterCode(UUID.fromString(c), code, visit.address());
            return result instanceof EntryResult.Open open
                    ? Answers.opened(visit, open.token(), "/orders")
                    : Answers.page(status(result), pages.code(visit, c, pending, result));
        });
    }

    @GetMapping("/s/{merchant}/orders")
    ResponseEntity<String> orders(HttpServletRequest request, @PathVariable String merchant) {
        return withPass(
                request,
                merchant,
                (visit, pass) -> pass.phone() == null
                        ? Answers.to(visit, "/order")
                        : Answers.page(pages.orders(visit, pass, masked(pass.phone()), statusPage.all(pass))));
    }

    @GetMapping("/s/{merchant}/orders/{number}")
    ResponseEntity<String> one(HttpServletRequest request, @PathVariable String merchant, @PathVariable String number) {
        return withPass(request, merchant, (visit, pass) -> statusPage
                .one(pass, number)
                .map(order -> Answers.page(pages.order(visit, order, true)))
                .orElseGet(() -> Answers.to(visit, "/orders")));
    }

    @PostMapping("/s/{merchant}/leave")
    ResponseEntity<String> leave(HttpServletRequest request, @PathVariable String merchant) {
        return at(request, merchant, visit -> {
            access.leave(visit.token());
            return Answers.left(visit);
        });
    }

    /** A message's link: the token alone says whose page this is. */
    @GetMapping("/s/t/{token}")
    ResponseEntity<String> link(HttpServletRequest request, @PathVariable String token) {
        return visits.byLink(request, token, visit -> access.pass(token)
                        .flatMap(statusPage::only)
                        .map(order -> Answers.page(pages.order(visit, order, false)))
                        .orElseGet(() -> Answers.page(HttpStatus.NOT_FOUND, pages.expired(visit))))
                .orElseGet(() -> nothing(request));
    }

    private ResponseEntity<String> at(
            HttpServletRequest request, String merchant, Function<Visit, ResponseEntity<String>> work) {
        return visits.at(request, merchant, work).orElseGet(() -> nothing(request));
    }

    /** The same for a merchant that does not exist and for a link whose beginning is lost. */
    private ResponseEntity<String> nothing(HttpServletRequest request) {
        Locale locale = Visits.language(request).orElse(Locale.SIMPLIFIED_CHINESE);
        return Answers.page(HttpStatus.NOT_FOUND, pages.nothing(locale));
    }

    private ResponseEntity<String> withPass(HttpServletRequest request, String merchant, Opened<Pass> work) {
        return at(request, merchant, visit -> access.pass(visit.token())
                .map(pass -> work.answer(visit, pass))
                .orElseGet(() -> Answers.to(visit, "")));
    }

    private ResponseEntity<String> withCode(
            HttpServletRequest request, String merchant, String id, Opened<PendingCode> work) {
        return at(request, merchant, visit -> uuid(id).flatMap(access::pending)
                .map(pending -> work.answer(visit, pending))
                .orElseGet(() -> Answers.to(visit, "/phone")));
    }

    /** Answers once something is proved or asked for. */
    private interface Opened<T> {
        ResponseEntity<String> answer(Visit visit, T proved);
    }

    private static HttpStatus status(@Nullable EntryResult result) {
        return result instanceof EntryResult.Wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.TOO_MANY_REQUESTS;
    }

    private static String shown(String typed) {
        return typed.length() <= 64 ? typed : typed.substring(0, 64);
    }

    private static String masked(String phone) {
        return Phone.parse(phone, "CN").map(Phone::masked).orElse("****");
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
