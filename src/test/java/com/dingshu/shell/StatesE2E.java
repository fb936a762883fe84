package com.dingshu.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.People;
import com.dingshu.testing.RunningHub;
import com.dingshu.testing.TestBrowser;
import com.dingshu.uikit.Buttons;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** What a person sees when something does not work: no network, an old view, a step that fails, a page that does not open. */
class StatesE2E extends RunningHub {

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    private static final Pattern REFERENCE = Pattern.compile("E-[0-9A-F]{4}-[0-9A-F]{4}");
    private static final String STEP = "defects/step";
    private static final String PAGE = "defects/page";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Page page;

    @BeforeEach
    void somebodyAtWork() {
        routes().setRoute(STEP, DefectiveStep.class, List.of(MainLayout.class));
        routes().setRoute(PAGE, DefectivePage.class, List.of(MainLayout.class));
        log.start();
        loggers().forEach(logger -> logger.addAppender(log));
        Merchant merchant = bean(Merchants.class).open();
        bean(People.class).hireAs(merchant, "ops", "operations");
        page = BROWSER.desktop();
        signIn(page, merchant.tenant().slug(), "ops", People.PASSWORD);
    }

    @AfterEach
    void nobodyElseMeetsTheDefects() {
        routes().removeRoute(STEP);
        routes().removeRoute(PAGE);
        loggers().forEach(logger -> logger.detachAppender(log));
    }

    @Test
    void withoutANetworkThePageSaysSoKeepsWhatWasTypedAndComesBack() {
        page.navigate(address("/orders"));
        Locator search = page.locator("main input[type=search], main vaadin-text-field input")
                .first();
        search.fill("陈晓");
        // what was asked is answered before the network goes
        page.waitForFunction("() => Object.values(window.Vaadin.Flow.clients).every(one => !one.isActive?.())");
        page.waitForTimeout(1_000);
        page.context().setOffline(true);
        Locator lost = page.locator("vaadin-connection-indicator[offline], vaadin-connection-indicator[reconnecting]");
        assertThat(lost.locator(".text")).hasText(Pattern.compile("连接断开，正在重连。已填的都在。|连不上服务器。网络恢复后刷新页面。"));
        page.context().setOffline(false);
        assertThat(lost).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        assertThat(page.locator("vaadin-connection-indicator .text")).hasText("连接恢复了");
        assertThat(search).hasValue("陈晓");
        page.navigate(address("/orders"));
        assertThat(page.locator("main h1").first()).isVisible();
    }

    @Test
    void aViewThatHasNotHeardForHalfAMinuteIsMarkedAsOld() {
        page.navigate(address("/orders"));
        Locator live = page.locator("ds-live");
        assertThat(live).isVisible();
        assertThat(live).not().hasAttribute("stale", "");
        page.clock().setFixedTime(Date.from(Instant.now().plus(Duration.ofSeconds(50))));
        assertThat(live).hasAttribute("stale", "");
        assertThat(live).containsText("秒前更新");
    }

    @Test
    void aStepThatFailsSaysSoWithTheNumberTheLogHas() {
        page.navigate(address("/" + STEP));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("fails"))
                .click();
        Locator toast = page.locator(".toast.bad");
        assertThat(toast).containsText("这一步没有完成");
        assertIsLogged(reference(toast), "the step");
        toast.getByRole(AriaRole.BUTTON).click();
        assertThat(toast).isHidden();
    }

    @Test
    void aPageThatDoesNotOpenSaysSoInTheFrameWithTheNumberTheLogHas() {
        page.navigate(address("/" + PAGE));
        assertThat(page.locator("main h1").first()).hasText("页面没有打开");
        assertThat(page.locator("main")).containsText("没有改动任何数据");
        assertThat(page.locator(".drawer-me")).containsText("员工ops");
        assertIsLogged(reference(page.locator("main .reference")), "the page");
        page.getByText("回到首页").click();
        page.waitForURL(address("/"));
        assertThat(page.locator("main h1").first()).not().hasText("页面没有打开");
    }

    private void assertIsLogged(String reference, String cause) {
        assertThat(log.list).anySatisfy(event -> {
            assertThat(event.getFormattedMessage()).contains(reference);
            IThrowableProxy thrown = event.getThrowableProxy();
            while (thrown.getCause() != null) {
                thrown = thrown.getCause();
            }
            assertThat(thrown.getMessage()).contains(cause);
        });
    }

    private static String reference(Locator shown) {
        assertThat(shown).containsText(REFERENCE);
        Matcher reference = REFERENCE.matcher(shown.innerText());
        assertThat(reference.find()).isTrue();
        return reference.group();
    }

    private static List<Logger> loggers() {
        return List.of(
                (Logger) LoggerFactory.getLogger(Failures.class), (Logger) LoggerFactory.getLogger(ErrorPage.class));
    }

    private RouteConfiguration routes() {
        return RouteConfiguration.forRegistry(
                ApplicationRouteRegistry.getInstance(new VaadinServletContext(bean(ServletContext.class))));
    }

    /** Opens; its button does what it cannot. */
    @PermitAll
    public static class DefectiveStep extends com.dingshu.uikit.Page {
        public DefectiveStep() {
            super("uikit.product");
            fill(Buttons.plain("fails", () -> {
                throw new IllegalStateException("the step is defective");
            }));
        }
    }

    /** Does not open. */
    @PermitAll
    public static class DefectivePage extends com.dingshu.uikit.Page {
        public DefectivePage() {
            super("uikit.product");
            throw new IllegalStateException("the page is defective");
        }
    }
}
