package com.dingshu.insight;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.testing.BoardPage;
import com.dingshu.testing.Desk;
import com.dingshu.testing.Hindrances;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.People;
import com.dingshu.testing.TestBrowser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class HomeE2E {

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private People people;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 100);
        people.hireAs(desk.merchant(), "laoban", "owner");
        people.hireAs(desk.merchant(), "dianzhang", "store-manager");
        people.hireAs(desk.merchant(), "kefu", "support-agent");
        desk.place(desk.anOrder().with(2, "TEA-100").paid());
        desk.place(desk.anOrder().with(1, "TEA-100").note("放门口").paid());
    }

    @Test
    void showsWhatComesInWithoutBeingAskedAndWithoutMoving() {
        Page page = as("laoban").signIn(BROWSER.desktop());
        assertThat(tile(page, "下单")).hasText("2单");
        assertThat(tile(page, "待审核")).hasText("1单");
        assertThat(page.locator("ds-chart svg").first()).isVisible();
        BoundingBox before = page.locator("ds-chart").first().boundingBox();
        page.evaluate(
                "document.querySelectorAll('ds-chart .plot svg').forEach(drawing => drawing.dataset.kept = 'yes')");

        desk.place(desk.anOrder().with(1, "TEA-100").paid());
        assertThat(tile(page, "下单")).hasText("3单");
        assertThat(tile(page, "待发货")).hasText("2单");
        assertThat(page.locator("ds-chart .plot svg[data-kept=yes]")).hasCount(2);
        BoundingBox after = page.locator("ds-chart").first().boundingBox();
        assertThat(after.y).isEqualTo(before.y);
        assertThat(after.height).isEqualTo(before.height);
    }

    @Test
    void opensTheRowsBehindAFigure() {
        Page page = as("laoban").signIn(BROWSER.desktop());
        page.locator("a.tile")
                .filter(new Locator.FilterOptions().setHasText("待审核"))
                .click();
        page.waitForURL(url -> url.endsWith("/orders?view=review"));
        page.goBack();
        page.locator(".todo a").first().click();
        page.waitForURL(url -> url.endsWith("/orders?view=review"));
    }

    @Test
    void showsEveryChartAsATableToo() {
        Page page = as("laoban").signIn(BROWSER.desktop());
        Locator days = page.locator("ds-chart").first();
        days.getByText("表", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(days.locator("thead")).containsText("淘宝");
        assertThat(days.locator("tbody tr")).hasCount(14);
        assertThat(days.locator("tbody tr").last()).containsText("2");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("30 日"))
                .click();
        page.waitForURL(url -> url.endsWith("/home?period=month"));
        assertThat(days.locator("tbody tr")).hasCount(30);
    }

    @Test
    void showsMoneyOnlyToThoseWhoMaySeePayments() {
        Page owner = as("laoban").signIn(BROWSER.desktop());
        assertThat(owner.getByText("实付金额")).isVisible();
        Page manager = as("dianzhang").signIn(BROWSER.desktop());
        assertThat(tile(manager, "下单")).hasText("2单");
        assertThat(manager.getByText("实付")).hasCount(0);
    }

    @Test
    void isNotThereForAnAgentWhoKeepsTheMenuBesideTheRefusal() {
        BoardPage kefu = as("kefu");
        Page page = kefu.signIn(BROWSER.desktop());
        assertThat(page.getByText("经营首页")).hasCount(0);
        page.navigate(kefu.address("/home"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("你没有这个页面的权限");
        assertThat(page.locator(".drawer-me")).containsText("员工kefu");
        page.navigate(kefu.address("/no-such-page"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("没有这个页面");
        assertThat(page.locator(".drawer-me")).isVisible();
    }

    @Test
    void saysToANewMerchantWhatComesFirst() {
        Merchant fresh = Desk.open(beans).merchant();
        people.hireAs(fresh, "ops", "operations");
        Page page = new BoardPage(port, fresh, "ops").signIn(BROWSER.phone());
        assertThat(page.getByText("还没有订单")).isVisible();
        assertThat(page.getByText("接入店铺")).isVisible();
    }

    @Test
    void standsInNobodysWay() {
        Page page =
                BROWSER.page(new Browser.NewContextOptions().setBypassCSP(true).setViewportSize(1440, 900));
        as("laoban").signIn(page);
        page.locator("ds-chart svg").first().waitFor();
        assertThat(Hindrances.below(page)).isEmpty();
        page.locator("ds-chart button").nth(1).click();
        assertThat(Hindrances.below(page)).isEmpty();
    }

    private static Locator tile(Page page, String title) {
        return page.locator(".tile")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.HEADING,
                                new Page.GetByRoleOptions().setName(title).setExact(true))))
                .locator(".value");
    }

    private BoardPage as(String login) {
        return new BoardPage(port, desk.merchant(), login);
    }
}
