package com.dingshu.settings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.orders.OrderSettings;
import com.dingshu.orders.Rules;
import com.dingshu.testing.Hindrances;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.People;
import com.dingshu.testing.TestBrowser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The merchant's settings and one's own account on screen. */
@IntegrationTest
class SettingsPagesE2E {

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @LocalServerPort
    private int port;

    @Autowired
    private Merchants merchants;

    @Autowired
    private People people;

    @Autowired
    private OrderSettings rules;

    private Merchant merchant;

    @BeforeEach
    void open() {
        merchant = merchants.open();
        people.hireAs(merchant, "laoban", "owner");
        people.hireAs(merchant, "kefu", "support-agent");
    }

    @Test
    void theOwnerSaysWhenTheMerchantWorks() {
        Page page = signedIn(BROWSER.desktop(), "laoban", People.PASSWORD);
        page.navigate(address("/settings/merchant"));
        page.getByLabel("名称", new Page.GetByLabelOptions().setExact(true)).fill("青禾优品");
        save(page);
        assertThat(page.getByText("至少勾一个工作日。")).isVisible();
        page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName("周一")).check();
        page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("周一，几点结束"))
                .fill("08:00");
        page.keyboard().press("Enter");
        save(page);
        assertThat(page.getByText("周一 结束要晚于开始。")).isVisible();
        page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("周一，几点结束"))
                .fill("17:30");
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("哪一天")).fill("2027-01-01");
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("名目（可不写）"))
                .fill("元旦");
        page.getByText("加一天").click();
        assertThat(page.locator(".holidays li")).containsText("2027-01-01");
        save(page);
        assertThat(page.getByText("设置已保存")).isVisible();
        assertThat(page.locator(".revision")).containsText("员工laoban");
        page.reload();
        assertThat(page.locator(".holidays li")).containsText("元旦");
        assertThat(page.locator(".drawer-tenant")).containsText("青禾优品");
    }

    @Test
    void theOwnerSaysWhichOrdersAPersonLooksAtAndWhenTheyAreLate() {
        Page page = signedIn(BROWSER.desktop(), "laoban", People.PASSWORD);
        page.navigate(address("/settings/orders"));
        assertThat(page.getByText("还没有改过，用的是订枢的通常规则。")).isVisible();
        page.getByLabel("看单金额（CNY）").fill("-3");
        page.getByLabel("签收后几天算完成").fill("91");
        saveRules(page);
        assertThat(page.getByText("看单金额（CNY）写 0 或大一些的数，最多 10 亿，小数不超过 2 位。").first())
                .isVisible();
        assertThat(page.getByText("签收后几天算完成，写 1 到 90。").first()).isVisible();
        page.getByLabel("看单金额（CNY）").fill("1,288.50");
        page.getByLabel("签收后几天算完成").fill("10");
        page.getByLabel("出库时限，小时").fill("0");
        page.getByLabel("分钟", new Page.GetByLabelOptions().setExact(true)).fill("0");
        saveRules(page);
        assertThat(page.getByText("出库时限至少 1 分钟，最多 30 天。").first()).isVisible();
        page.getByLabel("出库时限，小时").fill("4");
        page.getByLabel("分钟", new Page.GetByLabelOptions().setExact(true)).fill("30");
        page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName("审过又付了款的，自动放行到仓库"))
                .uncheck();
        saveRules(page);
        assertThat(page.getByText("规则已保存，之后的订单按它处理")).isVisible();
        assertThat(page.locator(".revision")).containsText("员工laoban");
        assertThat(page.locator(".revision")).containsText("¥1,288.50");
        Rules now = merchant.call(() -> rules.current());
        assertThat(now.reviewAmount("CNY")).hasValue(128_850);
        assertThat(now.reviewAmount("USD")).isEqualTo(Rules.USUAL.reviewAmount("USD"));
        assertThat(now.autoRelease()).isFalse();
        assertThat(now.target()).isEqualTo(Duration.ofMinutes(270));
        assertThat(now.completeAfterDays()).isEqualTo(10);
        page.reload();
        assertThat(page.getByLabel("看单金额（CNY）")).hasValue("1288.50");
        assertThat(page.getByLabel("出库时限，小时")).hasValue("4");
    }

    @Test
    void onlyWhoSetsThresholdsOpensTheOrderRules() {
        Page page = signedIn(BROWSER.desktop(), "kefu", People.PASSWORD);
        assertThat(page.getByText("订单规则")).hasCount(0);
        page.navigate(address("/settings/orders"));
        assertThat(page.getByText("你没有这个页面的权限")).isVisible();
    }

    @Test
    void nobodyElseOpensTheMerchantsSettings() {
        Page page = signedIn(BROWSER.desktop(), "kefu", People.PASSWORD);
        assertThat(page.getByText("商家设置")).hasCount(0);
        page.navigate(address("/settings/merchant"));
        assertThat(page.getByText("你没有这个页面的权限")).isVisible();
    }

    @Test
    void aPersonChangesTheOwnPasswordAndSignsInWithIt() {
        Page page = signedIn(BROWSER.desktop(), "kefu", People.PASSWORD);
        page.locator(".drawer-me").click();
        page.getByText("我的账号").click();
        page.waitForURL(url -> url.endsWith("/settings/account"));
        password(page, "not-my-password", "plum-blossom-55", "plum-blossom-55");
        assertThat(page.getByText("现在的密码不对。")).isVisible();
        password(page, People.PASSWORD, "short", "short");
        assertThat(page.getByText("密码至少 10 位。")).isVisible();
        password(page, People.PASSWORD, "plum-blossom-55", "plum-blossom-56");
        assertThat(page.getByText("两次写的不一样。")).isVisible();
        password(page, People.PASSWORD, "plum-blossom-55", "plum-blossom-55");
        page.waitForURL(url -> url.contains("/sign-in"));
        assertThat(page.getByText("密码已改，请用新密码登录")).isVisible();
        signedIn(page, "kefu", "plum-blossom-55");
        assertThat(page.locator(".drawer-me")).containsText("员工kefu");
    }

    @Test
    void aLockedAccountLearnsWhenTheNextTryCounts() {
        Page page = BROWSER.desktop();
        for (int tried = 1; tried <= 6; tried++) {
            submit(page, "kefu", "wrong-password");
            page.getByRole(AriaRole.ALERT).waitFor();
        }
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("3 分钟后可以再试一次");
    }

    @Test
    void standInNobodysWay() {
        Page page =
                BROWSER.page(new Browser.NewContextOptions().setBypassCSP(true).setViewportSize(1440, 900));
        signedIn(page, "laoban", People.PASSWORD);
        for (String path : List.of(
                "/settings/merchant", "/settings/orders", "/settings/account", "/settings/users", "/settings/roles")) {
            page.navigate(address(path));
            page.locator(".page-head").waitFor();
            page.waitForTimeout(500);
            assertThat(Hindrances.below(page)).as(path).isEmpty();
        }
        page.navigate(address("/settings/users"));
        page.locator(".page-tabs a").last().focus();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/settings/roles"));
    }

    private static void saveRules(Page page) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("保存规则")).click();
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("保存设置")).click();
    }

    private static void password(Page page, String current, String next, String again) {
        page.getByLabel("现在的密码", new Page.GetByLabelOptions().setExact(true)).fill(current);
        page.getByLabel("新密码", new Page.GetByLabelOptions().setExact(true)).fill(next);
        page.getByLabel("再写一次新密码", new Page.GetByLabelOptions().setExact(true)).fill(again);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("改密码")).click();
    }

    private Page signedIn(Page page, String login, String password) {
        submit(page, login, password);
        page.waitForURL(url -> !url.contains("sign-in"));
        page.locator(".page-head").waitFor();
        return page;
    }

    private void submit(Page page, String login, String password) {
        page.navigate(address("/sign-in?m=" + merchant.tenant().slug()));
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(password);
        page.locator("button.go").click();
        page.waitForURL(url -> !url.contains("sign-in") || url.contains("error="));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
