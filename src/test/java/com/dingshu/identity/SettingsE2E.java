package com.dingshu.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.testing.BoardPage;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.People;
import com.dingshu.testing.TestBrowser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class SettingsE2E {

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @LocalServerPort
    private int port;

    @Autowired
    private Merchants merchants;

    @Autowired
    private People people;

    @Autowired
    private Users users;

    @Autowired
    private OperationLog log;

    private Merchant merchant;
    private BoardPage board;

    @BeforeEach
    void open() {
        merchant = merchants.open();
        var owner = people.hireAs(merchant, "laoban", "owner");
        board = new BoardPage(port, merchant, owner.login());
        people.hireAs(merchant, "xiaoyu", "support-agent", "field-agent");
        var left = people.hireAs(merchant, "daqiang", "warehouse-worker");
        merchant.call(() -> users.suspend(left.id()));
        var lead = new Actor(Actor.Kind.USER, owner.id(), "赵铁成", Set.of(), "Chrome 140 · Windows · 10.0.0.7");
        Acting.as(merchant.id(), lead)
                .because("盘点差异")
                .run(() -> log.recordManual("stock.adjusted", "sku", "TEA-100", "+2 件"));
    }

    @Test
    void takesSomebodyInWhoCanSignIn() {
        Page page = board.open(BROWSER.desktop(), "/settings/users");
        assertThat(page.getByText("员工xiaoyu")).isVisible();
        assertThat(page.getByText("员工daqiang")).not().isVisible();
        page.getByText("开通登录").first().click();
        page.getByLabel("姓名", new Page.GetByLabelOptions().setExact(true)).fill("林小雨");
        page.getByLabel("工号", new Page.GetByLabelOptions().setExact(true)).fill("xiaoyu");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("随机生成一个"))
                .click();
        page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName("财务")).check();
        BoardPage.shot(page, "users-new");
        page.locator(".pane-foot").getByText("开通登录").click();
        assertThat(page.getByText("这个工号已经有人用了。").first()).isVisible();
        page.getByLabel("工号", new Page.GetByLabelOptions().setExact(true)).fill("linxiaoyu");
        page.locator(".pane-foot").getByText("开通登录").click();
        assertThat(page.locator(".pane h2")).hasText("林小雨");
        BoardPage.shot(page, "users-pane");
    }

    @Test
    void suspendsSomebody() {
        Page page = board.open(BROWSER.desktop(), "/settings/users/xiaoyu");
        page.locator(".pane-foot").getByText("停用登录").click();
        BoardPage.shot(page, "users-suspend");
        page.getByRole(AriaRole.ALERTDIALOG).getByText("停用登录").click();
        assertThat(page.getByText("员工xiaoyu的登录已停用")).isVisible();
        assertThat(page.locator(".pane-foot").getByText("恢复登录")).isVisible();
    }

    @Test
    void copiesARoleAndChangesTheCopy() {
        Page page = board.open(BROWSER.desktop(), "/settings/roles");
        page.getByText("客服主管").first().click();
        assertThat(page.locator(".pane h2")).hasText("客服主管");
        BoardPage.shot(page, "roles");
        page.getByText("复制一份再改").click();
        page.getByRole(AriaRole.ALERTDIALOG).getByText("复制一份再改").click();
        assertThat(page.locator(".pane h2")).hasText("客服主管（自建）");
        page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName("作废订单"))
                .uncheck();
        page.getByText("保存权限").click();
        assertThat(page.getByText("“客服主管（自建）”已保存，有这个角色的人要重新登录")).isVisible();
        BoardPage.shot(page, "roles-copy");
    }

    @Test
    void showsInterventionsByHand() {
        Page page = board.open(BROWSER.desktop(), "/settings/log");
        assertThat(page.getByText("盘点差异 · +2 件").first()).isVisible();
        BoardPage.shot(page, "log");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("人工干预")).click();
        page.waitForURL(url -> url.contains("/settings/log?manual"));
        assertThat(page.getByText("盘点差异 · +2 件").first()).isVisible();
        BoardPage.shot(page, "log-manual");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("未定")).click();
        page.getByText("跟进完成").click();
        assertThat(page.getByText("写上查下来怎样。")).isVisible();
        page.getByRole(AriaRole.COMBOBOX, new GetByRoleOptions().setName("哪天之前查清"))
                .fill("2099-01-05");
        page.keyboard().press("Enter");
        page.getByText("记下日期").click();
        assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("2099-01-05 前跟进")))
                .isVisible();
        page.navigate(page.url().replaceFirst("/settings/log.*", "/settings/log?open&cause=盘点差异"));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("2099-01-05 前跟进"))
                .click();
        BoardPage.shot(page, "log-follow-up");
        page.getByLabel("查下来怎样").fill("入库时少扫两件");
        page.getByText("跟进完成").click();
        assertThat(page.getByText("没有记录")).isVisible();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("人工干预")).click();
        assertThat(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("员工laoban 已跟进")))
                .isVisible();
    }

    @Test
    void fitsAPhone() {
        Page page = board.open(BROWSER.phone(), "/settings/users");
        assertThat(page.getByText("员工xiaoyu")).isVisible();
        BoardPage.shot(page, "users-phone");
        page.getByText("员工xiaoyu").click();
        assertThat(page.locator(".pane h2")).hasText("员工xiaoyu");
        BoardPage.shot(page, "users-pane-phone");
        page.navigate(board.address("/settings/log"));
        assertThat(page.getByText("盘点差异 · +2 件")).isVisible();
        BoardPage.shot(page, "log-phone");
        page.navigate(board.address("/settings/roles/finance"));
        assertThat(page.locator(".pane h2")).hasText("财务");
        BoardPage.shot(page, "roles-phone");
    }
}
