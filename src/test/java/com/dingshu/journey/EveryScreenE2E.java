package com.dingshu.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.dingshu.blueprints.DemoMerchant;
import com.dingshu.identity.OwnAccount;
import com.dingshu.identity.Role;
import com.dingshu.identity.Roles;
import com.dingshu.identity.UserInfo;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.testing.People;
import com.dingshu.testing.RunningHub;
import com.dingshu.testing.TestBrowser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Nothing serious stands in anybody's way on any screen: every route of the registry, the pages in front of it and the two
 * pages that are none of its, with data of a merchant at work. Left out when the build left the front end out.
 */
class EveryScreenE2E extends RunningHub {

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    private static final OwnChinese OWN = new OwnChinese();
    /** Every text that can be seen, and what is said instead of one. */
    private static final String SHOWN = """
            () => {
              const found = [];
              const walk = node => {
                if (node.nodeType === Node.TEXT_NODE) {
                  const text = node.textContent.trim();
                  if (text && node.parentElement?.checkVisibility?.() !== false) found.push(text);
                  return;
                }
                if (node.nodeType !== Node.ELEMENT_NODE && node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return;
                if (['SCRIPT', 'STYLE', 'TEMPLATE'].includes(node.nodeName) || node.matches?.('.source, pre, code')) return;
                for (const name of ['aria-label', 'placeholder', 'title', 'label', 'alt']) {
                  const said = node.getAttribute?.(name);
                  if (said) found.push(said);
                }
                if (node.shadowRoot) walk(node.shadowRoot);
                node.childNodes.forEach(walk);
              };
              walk(document.body);
              return found;
            }""";

    private static @Nullable DemoMerchant open;
    private static @Nullable BusyDay day;

    private final List<String> findings = new ArrayList<>();
    private DemoMerchant shop;
    private BusyDay today;
    private Page page;

    @BeforeEach
    void aMerchantAtWork() {
        assumeThat(getClass().getResource("/META-INF/resources/h5/index.html")).isNotNull();
        if (open == null || day == null) {
            open = DemoMerchant.copyOf("qinghe", beans, simulator(), address(""));
            day = BusyDay.of(open, beans);
            String[] all = bean(Roles.class).all().stream().map(Role::id).toArray(String[]::new);
            bean(People.class).hireAs(open.merchant(), "everyrole", all);
        }
        shop = open;
        today = day;
        page = BROWSER.page(new Browser.NewContextOptions()
                .setBypassCSP(true)
                .setViewportSize(1440, 900)
                .setLocale("zh-CN"));
    }

    @Test
    void staffScreens() {
        signIn(page, shop.slug(), "everyrole", People.PASSWORD);
        for (String address : Screens.addresses(bean(ServletContext.class), StaffScreens.values(shop, today))) {
            go(address);
            look(address);
            tabs(address, ".pane vaadin-tab");
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void staffScreensInEnglish() {
        page = BROWSER.page(new Browser.NewContextOptions()
                .setBypassCSP(true)
                .setViewportSize(1440, 900)
                .setLocale("en-GB"));
        signIn(page, shop.slug(), english(), People.PASSWORD);
        for (String address : Screens.addresses(bean(ServletContext.class), StaffScreens.values(shop, today))) {
            go(address);
            read(address);
            Axe.inEnglish(page).forEach(finding -> findings.add(address + " " + finding));
            Locator tabs = page.locator(".pane vaadin-tab");
            for (int i = 1; i < tabs.count(); i++) {
                tabs.nth(i).click();
                page.waitForTimeout(200);
                read(address + " " + tabs.nth(i).innerText().strip());
            }
        }
        assertThat(findings).isEmpty();
    }

    /** Somebody who may do everything and reads English. */
    private String english() {
        String[] all = bean(Roles.class).all().stream().map(Role::id).toArray(String[]::new);
        UserInfo reader = bean(People.class).hireAs(shop.merchant(), "reader", all);
        Actor herself = new Actor(Actor.Kind.USER, reader.id(), reader.name(), Set.of(), null);
        Acting.as(shop.merchant().id(), herself)
                .run(() -> bean(OwnAccount.class).speak(Locale.ENGLISH));
        return reader.login();
    }

    @Test
    void theReadingBites() {
        assertThat(OWN.isIn("页面没有打开")).isTrue();
        assertThat(OWN.isIn("E-1234: 页面没有打开")).isTrue();
        assertThat(OWN.isIn("凤凰单丛 200g")).isFalse();
        assertThat(OWN.isIn("浙江省")).isFalse();
    }

    /** Nothing of the product's own Chinese is on an English screen. */
    private void read(String where) {
        @SuppressWarnings("unchecked")
        List<String> shown = (List<String>) java.util.Objects.requireNonNull(page.evaluate(SHOWN));
        shown.stream()
                .filter(text -> !text.startsWith("\""))
                .filter(OWN::isIn)
                .distinct()
                .forEach(text -> findings.add(where + " says " + text));
    }

    @Test
    void pagesBeforeSigningIn() {
        for (String address :
                List.of("/sign-in", "/sign-in?m=" + shop.slug(), "/sign-in?m=" + shop.slug() + "&error=bad")) {
            page.navigate(address(address));
            page.locator(".sign-in form").waitFor();
            look(address);
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void statusPages() {
        String base = "/s/" + shop.slug();
        for (String address : List.of(
                base,
                base + "/phone",
                today.customersLink(),
                today.customersLink().replaceAll(".{4}$", "AAAA"),
                "/s/nobody-here")) {
            page.navigate(address(address));
            look(address);
        }
        page.navigate(address(base));
        page.locator("#order").fill(today.shipped());
        page.locator("#digits").fill("0000");
        page.locator("button.cta").click();
        look("a wrong number");
        page.navigate(address(base + "/phone"));
        page.locator("input[name=phone]").fill(BusyDay.PHONE);
        page.locator("button.cta").click();
        page.locator("input[name=code]").waitFor();
        look("the code");
        assertThat(findings).isEmpty();
    }

    @Test
    void warehousePage() {
        page.navigate(address("/h5/?m=" + shop.slug()));
        page.getByLabel("工号").waitFor();
        look("/h5/ sign-in");
        page.getByLabel("工号").fill("everyrole");
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(People.PASSWORD);
        button("登录").click();
        page.locator(".task").first().waitFor();
        look("/h5/ tasks");
        page.locator(".task").first().click();
        page.locator(".hero").waitFor();
        look("/h5/ scan");
        scan("NO-SUCH-CODE");
        page.locator(".hero.bad").waitFor();
        look("/h5/ wrong");
        button("明细").or(page.locator(".dock .two button").first()).first().click();
        page.locator("dialog[open]").waitFor();
        look("/h5/ lines");
        page.navigate(address("/h5/#/out"));
        page.locator(".hero").waitFor();
        look("/h5/ outbound");
        assertThat(findings).isEmpty();
    }

    @Test
    void theLookBites() {
        signIn(page, shop.slug(), "everyrole", People.PASSWORD);
        go("/orders");
        page.evaluate("""
                () => {
                  document.querySelector('main').insertAdjacentHTML('beforeend',
                    '<button></button><p style="color:#ccc;background:#fff;position:absolute;top:0;left:0">faint</p>');
                }""");
        look("spoiled");
        assertThat(findings)
                .anyMatch(finding -> finding.contains("button-name"))
                .anyMatch(finding -> finding.contains("color-contrast"));
    }

    private void go(String address) {
        page.navigate(address(address));
        page.locator("main").first().waitFor();
        page.waitForFunction("() => window.Vaadin?.Flow?.clients && "
                + "Object.values(window.Vaadin.Flow.clients).every(one => !one.isActive || !one.isActive())");
    }

    private void tabs(String address, String selector) {
        Locator tabs = page.locator(selector);
        for (int i = 1; i < tabs.count(); i++) {
            tabs.nth(i).click();
            page.waitForTimeout(300);
            String where = address + " " + tabs.nth(i).innerText().strip() + " ";
            Axe.onDesktop(page).forEach(finding -> findings.add(where + finding));
        }
    }

    private void look(String where) {
        Axe.findings(page).forEach(finding -> findings.add(where + " " + finding));
    }

    private void scan(String code) {
        page.keyboard().type(code);
        page.keyboard().press("Enter");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
