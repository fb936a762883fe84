package com.dingshu.notifications;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.tenancy.Retrying;
import com.dingshu.testing.BoardPage;
import com.dingshu.testing.Hindrances;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.People;
import com.dingshu.testing.TestBrowser;
import com.dingshu.testing.TestClock;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class OutboxE2E {

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @LocalServerPort
    private int port;

    @Autowired
    private Merchants merchants;

    @Autowired
    private People people;

    @Autowired
    private Messages messages;

    @Autowired
    private Retrying retrying;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Merchant merchant;

    @BeforeEach
    void open() {
        merchant = merchants.open();
        people.hireAs(merchant, "ops", "operations");
        people.hireAs(merchant, "laoban", "owner");
        send("261121-0001", "13800138000");
        send("261121-0002", "18877771111-123");
        merchant.settle();
    }

    @AfterEach
    void calm() {
        clock.reset();
    }

    @Test
    void showsWhatWasWrittenAndWhatBecameOfIt() {
        Page page = signedIn(BROWSER.desktop(), "laoban", "/outbox");
        assertThat(page.getByText("138****8000").first()).isVisible();
        assertThat(page.getByText("18877771111")).hasCount(0);
        page.getByText("138****8000").first().click();
        assertThat(page.locator(".pane .message-text")).containsText("你的订单 261121-0001 已发货");
        assertThat(page.locator(".pane a")).hasText("261121-0001");
        page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName("没发出去")).click();
        page.waitForURL(url -> url.endsWith("/outbox?state=failed"));
        assertThat(page.getByText("这个号码收不了短信").first()).isVisible();
        assertThat(page.locator("text=138****8000 >> visible=true")).hasCount(0);
        page.navigate(page.url().replaceFirst("/outbox.*", "/settings/account"));
        page.locator(".picks").getByText("English").click();
        assertThat(page.locator(".page-head h1")).hasText("My account");
        page.navigate(page.url().replaceFirst("/settings/account.*", "/outbox?state=failed"));
        assertThat(page.getByText("This number takes no text messages").first()).isVisible();
        assertThat(page.locator(".drawer .nav-count.red").first()).hasText("1");
    }

    @Test
    void sendsAFailedMessageAgain() {
        merchant.run(() -> jdbc.sql("""
                        update message set state = 'FAILED', problem = '运营商拒收'
                        where tenant_id = :tenant and subject = '261121-0001'""").param("tenant", merchant.id()).update());
        Page owner = signedIn(BROWSER.desktop(), "laoban", "/outbox?state=failed");
        owner.getByText("运营商拒收").first().click();
        assertThat(owner.locator(".pane")).isVisible();
        assertThat(owner.getByText("再发一次")).hasCount(0);
        Page page = signedIn(BROWSER.desktop(), "ops", "/outbox?state=failed");
        page.getByText("运营商拒收").first().click();
        page.getByText("再发一次").click();
        assertThat(page.getByText("已排队，几秒后再看状态")).isVisible();
        merchant.settle();
        assertThat(page.locator(".pane-head")).containsText("已发出");
    }

    @Test
    void showsACodeInTheDemonstrationUntilItIsWorthless() {
        secret();
        merchant.settle();
        Page page = signedIn(BROWSER.desktop(), "ops", "/outbox");
        assertThat(page.getByText("402917").first()).isVisible();
        assertThat(page.getByText("演示：消息只留在这里")).isVisible();
        clock.advance(Duration.ofMinutes(11));
        assertThat(page.getByText("402917")).hasCount(0);
    }

    @Test
    void newMessagesWaitBehindABar() {
        Page page = signedIn(BROWSER.desktop(), "ops", "/outbox");
        assertThat(page.getByText("138****8000").first()).isVisible();
        send("261121-0003", "13900139000");
        page.getByText("有新消息，显示").click();
        assertThat(page.getByText("139****9000").first()).isVisible();
    }

    @Test
    void fitsAPhoneAndStandsInNobodysWay() {
        Page phone = signedIn(BROWSER.phone(), "ops", "/outbox");
        assertThat(phone.getByText("138****8000").first()).isVisible();
        phone.getByText("138****8000").first().click();
        assertThat(phone.locator(".pane .message-text")).isVisible();
        Page page =
                BROWSER.page(new Browser.NewContextOptions().setBypassCSP(true).setViewportSize(1440, 900));
        signedIn(page, "ops", "/outbox");
        page.getByText("138****8000").first().click();
        page.locator(".pane .message-text").waitFor();
        assertThat(Hindrances.below(page)).isEmpty();
    }

    private void send(String order, String phone) {
        Map<String, String> words = Map.of(
                "merchant", "青禾优品",
                "orderNumber", order,
                "carrier", "顺丰",
                "waybillNo", "SF1630725514417",
                "link", "https://x/s/t/1");
        merchant.run(() -> retrying.inTransaction(() -> {
            messages.send(new SendMessage("shipped", phone, words, "order", order, "shipped|" + order));
        }));
    }

    private void secret() {
        Map<String, String> words = Map.of("merchant", "青禾优品", "code", "402917", "minutes", "10");
        merchant.run(() -> retrying.inTransaction(() -> messages.sendSecret(new SendSecret(
                "status-code", "13700137000", words, clock.instant().plus(Duration.ofMinutes(10)), true))));
    }

    private Page signedIn(Page page, String login, String path) {
        return new BoardPage(port, merchant, login).open(page, path);
    }
}
