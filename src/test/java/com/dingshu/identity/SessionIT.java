package com.dingshu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.tenancy.TenantStatus;
import com.dingshu.tenancy.Tenants;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.People;
import com.dingshu.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class SessionIT {

    private static final String SESSION = "dingshu_session";

    @LocalServerPort
    private int port;

    @Autowired
    private Merchants merchants;

    @Autowired
    private People people;

    @Autowired
    private Users users;

    @Autowired
    private Tenants tenants;

    private Merchant merchant;
    private UserInfo worker;
    private Visitor visitor;

    @BeforeEach
    void open() {
        merchant = merchants.open();
        people.hire(merchant, "owner");
        worker = people.hire(merchant, "warehouse-worker");
        visitor = new Visitor(port);
    }

    @Test
    void tellsAVisitorHowToSignIn() {
        var answer = visitor.get("/h5/api/me");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        var body = Visitor.json(answer);
        assertThat(body.get("csrf").get("header").asString()).isEqualTo("X-CSRF-TOKEN");
        assertThat(body.get("csrf").get("token").asString()).isNotBlank();
    }

    @Test
    void signsInOnTheWarehousePage() {
        visitor.get("/h5/api/me");
        var answer = visitor.signIn(merchant.tenant().slug(), worker.login(), People.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(200);
        var me = Visitor.json(answer);
        assertThat(me.get("user").get("login").asString()).isEqualTo(worker.login());
        assertThat(me.get("merchant").get("slug").asString())
                .isEqualTo(merchant.tenant().slug());
        assertThat(me.get("permissions").values())
                .extracting(p -> p.asString())
                .containsExactly("fulfilment.outbound", "fulfilment.pack", "fulfilment.pick");
        assertThat(Visitor.json(visitor.get("/h5/api/me"))
                        .get("user")
                        .get("name")
                        .asString())
                .isEqualTo(worker.name());
        assertThat(visitor.cookie(SignIn.MERCHANT_COOKIE))
                .contains(merchant.tenant().slug());
    }

    @Test
    void refusesWrongPasswordsAlike() {
        var wrong = visitor.signIn(merchant.tenant().slug(), worker.login(), "wrong-password");
        var nobody = visitor.signIn(merchant.tenant().slug(), "nobody", "wrong-password");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(Visitor.json(nobody).get("title"))
                .isEqualTo(Visitor.json(wrong).get("title"));
    }

    @Test
    void saysWhenALockedAccountMayTryAgain() {
        for (int tried = 1; tried <= 5; tried++) {
            visitor.signIn(merchant.tenant().slug(), worker.login(), "wrong-password");
        }
        var answer = visitor.signIn(merchant.tenant().slug(), worker.login(), People.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").getAsLong()).isBetween(1L, 240L);
    }

    @Test
    void changesTheSessionIdAtSignIn() {
        visitor.get("/h5/api/me");
        var planted = visitor.cookie(SESSION).orElseThrow();
        visitor.signedIn(merchant, worker);
        assertThat(visitor.cookie(SESSION))
                .hasValueSatisfying(id -> assertThat(id).isNotEqualTo(planted));
    }

    @Test
    void refusesACallWithoutTheToken() {
        visitor.get("/h5/api/me");
        visitor.forgetToken();
        assertThat(visitor.post("/h5/api/sign-in", "{}").statusCode()).isEqualTo(403);
        visitor.signedIn(merchant, worker).forgetToken();
        assertThat(visitor.post("/h5/api/sign-out", "").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/h5/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesTheStaffFormWithoutTheToken() {
        visitor.get("/h5/api/me");
        visitor.forgetToken();
        var answer = signInByForm();
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).endsWith("error=stale");
        assertThat(visitor.get("/h5/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void opensBothPagesWithOneSignIn() {
        visitor.get("/h5/api/me");
        var answer = signInByForm();
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).isEqualTo("/h5/");
        assertThat(visitor.get("/h5/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void sendsTheFormBackWithTheReason() {
        visitor.get("/h5/api/me");
        var answer = visitor.form("/login", Map.of("m", "so&so", "username", "x", "password", "y"));
        assertThat(location(answer)).isEqualTo("/sign-in?m=so%26so&error=bad");
    }

    @Test
    void endsTheSessionOfASuspendedPersonAtOnce() {
        visitor.signedIn(merchant, worker);
        merchant.call(() -> users.suspend(worker.id()));
        assertThat(visitor.get("/h5/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void endsTheSessionWhenRolesOrPasswordChange() {
        visitor.signedIn(merchant, worker);
        merchant.call(() -> users.changeRoles(worker.id(), Set.of("finance")));
        assertThat(visitor.post("/h5/api/sign-out", "").statusCode()).isIn(401, 403);
        visitor.signedIn(merchant, worker);
        merchant.call(() -> users.resetPassword(worker.id(), "quite-another-52"));
        assertThat(visitor.get("/h5/api/me").statusCode()).isEqualTo(401);
        assertThat(visitor.signIn(merchant.tenant().slug(), worker.login(), People.PASSWORD)
                        .statusCode())
                .isEqualTo(401);
        assertThat(visitor.signIn(merchant.tenant().slug(), worker.login(), "quite-another-52")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void endsTheSessionsOfASuspendedMerchant() {
        visitor.signedIn(merchant, worker);
        tenants.setStatus(merchant.id(), TenantStatus.SUSPENDED);
        assertThat(visitor.get("/h5/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void signsOut() {
        visitor.signedIn(merchant, worker);
        assertThat(visitor.post("/h5/api/sign-out", "").statusCode()).isEqualTo(204);
        assertThat(visitor.get("/h5/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void leavesNothingOfTheFormerPersonWhenAnotherSignsIn() {
        var other = merchants.open();
        var stranger = people.hire(other, "owner");
        visitor.signedIn(merchant, worker);
        visitor.signedIn(other, stranger);
        var me = Visitor.json(visitor.get("/h5/api/me"));
        assertThat(me.get("user").get("id").asString()).isEqualTo(stranger.id().toString());
        assertThat(me.get("merchant").get("slug").asString())
                .isEqualTo(other.tenant().slug());
    }

    @Test
    void closesTheOpenInterfaceAndKnowsNoOtherAddress() {
        var closed = visitor.get("/api/v1/orders");
        assertThat(closed.statusCode()).isEqualTo(401);
        assertThat(closed.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(Visitor.json(closed).get("requestId").asString())
                .isEqualTo(closed.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(visitor.post("/api/v1/orders", "{}").statusCode()).isEqualTo(401);
        assertThat(visitor.get("/api/v2").statusCode()).isEqualTo(404);
        assertThat(visitor.cookie(SESSION)).isEmpty();
    }

    @Test
    void leadsAVisitorToTheSignInPage() {
        var answer = visitor.get("/orders?view=today");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/sign-in");
    }

    @Test
    void returnsToWhereTheVisitorWanted() {
        var owner = people.hire(merchant, "owner");
        visitor.get("/orders?view=today");
        visitor.get("/h5/api/me");
        var answer = visitor.form(
                "/login",
                Map.of("m", merchant.tenant().slug(), "username", owner.login(), "password", People.PASSWORD));
        assertThat(location(answer)).startsWith("/orders?view=today");
    }

    @Test
    void answersTheHealthCheckOnly() {
        assertThat(visitor.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/actuator/env").statusCode()).isNotEqualTo(200);
    }

    @Test
    void protectsPagesByHeaders() {
        var headers = visitor.get("/h5/api/me").headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'self'");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    private HttpResponse<String> signInByForm() {
        return visitor.form(
                "/login",
                Map.of("m", merchant.tenant().slug(), "username", worker.login(), "password", People.PASSWORD));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
