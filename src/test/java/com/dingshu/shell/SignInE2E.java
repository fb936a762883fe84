package com.dingshu.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.testing.Hindrances;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.People;
import com.dingshu.testing.TestBrowser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class SignInE2E {

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @LocalServerPort
    private int port;

    private final Merchant merchant;

    SignInE2E(@Autowired Merchants merchants, @Autowired People people) {
        merchant = merchants.open();
        people.hireAs(merchant, "ops", "operations");
    }

    @Test
    void aWrongPasswordSaysSoAndKeepsTheMerchant() {
        Page page = signInPage(BROWSER.desktop());
        signIn(page, "ops", "wrong");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("没有登录");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(merchant.tenant().name());
    }

    @Test
    void theRightPasswordOpensTheFrameWithTheMerchantAndThePerson() {
        Page page = signInPage(BROWSER.desktop());
        signIn(page, "ops", People.PASSWORD);

        assertThat(page.locator(".drawer-tenant"))
                .containsText(merchant.tenant().name());
        assertThat(page.locator(".drawer-me")).containsText("员工ops");
    }

    @Test
    void withoutAMerchantItsShortNameIsAskedForAndThenRemembered() {
        Page page = BROWSER.desktop();
        page.navigate(address("/sign-in"));
        page.getByLabel("商家简称").fill(merchant.tenant().slug());
        signIn(page, "ops", "wrong");
        page.getByRole(AriaRole.ALERT).waitFor();
        page.navigate(address("/sign-in"));

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(merchant.tenant().name());
    }

    @Test
    void theLanguageChosenOnTheSignInPageStays() {
        Page page = signInPage(BROWSER.desktop());
        page.getByText("English").click();
        assertThat(page.getByLabel("Staff no. or e-mail")).isVisible();
        page.reload();

        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.getByLabel("Staff no. or e-mail")).isVisible();
    }

    @Test
    void darkIsThereFromTheFirstPaintOnceChosen() {
        Page page = signInPage(BROWSER.desktop());
        signIn(page, "ops", People.PASSWORD);
        page.locator(".drawer-me").click();
        page.getByText("深色").click();
        assertThat(page.locator("html")).hasAttribute("theme", "dark");
        page.reload();

        assertThat(page.locator("html")).hasAttribute("theme", "dark");
    }

    @Test
    void anAddressThatDoesNotExistSaysSo() {
        Page page = signInPage(BROWSER.phone());
        signIn(page, "ops", People.PASSWORD);
        page.locator(".page-head").waitFor();
        page.navigate(address("/no-such-page"));

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("没有这个页面");
    }

    @Test
    void thePageAsksNobodyElseForAnything() {
        Page page = BROWSER.desktop();
        var foreign = new ArrayList<String>();
        page.onRequest(request -> {
            if (!request.url().startsWith(address("")) && !request.url().startsWith("data:")) {
                foreign.add(request.url());
            }
        });
        signInPage(page);

        assertThat(foreign).isEmpty();
    }

    @Test
    void nothingSeriousStandsInTheWayOfAnybody() {
        Page page =
                BROWSER.page(new Browser.NewContextOptions().setBypassCSP(true).setViewportSize(1440, 900));
        signInPage(page);

        assertThat(Hindrances.on(page)).isEmpty();
    }

    private Page signInPage(Page page) {
        page.navigate(address("/sign-in?m=" + merchant.tenant().slug()));
        page.locator(".sign-in form").waitFor();
        return page;
    }

    private void signIn(Page page, String login, String password) {
        page.locator("[name=username]").fill(login);
        page.locator("[name=password]").fill(password);
        page.locator("button[type=submit]").click();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
