package com.dingshu.orders.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.orders.Anchor;
import com.dingshu.orders.FactKind;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.PaymentStatus;
import com.dingshu.orders.SourceStatus;
import com.dingshu.testing.BoardPage;
import com.dingshu.testing.Desk;
import com.dingshu.testing.Desk.Placed;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.People;
import com.dingshu.testing.TestBrowser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the pane of an order offers: every step that can be taken from where the order stands, and no other. */
@IntegrationTest
class OrderPaneE2E {

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private People people;

    @Autowired
    private OrderQueries queries;

    private Desk desk;

    @BeforeEach
    void goods() {
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 100);
    }

    @Test
    void takesAnOrderBackFromTheWarehouseWithAReason() {
        Placed order = desk.place(desk.anOrder().with(1, "TEA-100").paid());
        assertThat(desk.details(order.id()).summary().anchor()).isEqualTo(Anchor.PICKING);
        Page page = open("operations", order);
        Locator foot = page.locator(".pane-foot");
        assertThat(foot).not().containsText("放行到仓库");
        foot.getByText("撤回放行").click();
        Locator question = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("撤回 " + order.number() + " 的放行？");
        question.getByText("撤回放行", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(question).containsText("写下原因");
        page.getByLabel("原因").fill("换快递");
        BoardPage.shot(page, "take-back");
        question.getByText("撤回放行", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(foot.getByText("放行到仓库")).isVisible();
        assertThat(foot.getByText("撤回放行")).isHidden();
        assertThat(desk.details(order.id()).summary().anchor()).isEqualTo(Anchor.PAID);
        assertThat(desk.merchant().call(() -> queries.timeline(order.id())))
                .anyMatch(fact -> fact.kind() == FactKind.TAKEN_BACK && "换快递".equals(fact.reason()));
        foot.getByLabel("更多操作").click();
        page.getByRole(AriaRole.MENUITEM).getByText("反审核").click();
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)).containsText("反审核 " + order.number());
    }

    @Test
    void confirmsADeclaredPaymentInsteadOfLiftingItsHold() {
        Placed order = desk.place(desk.anOrder().with(1, "TEA-100").paidAsTheFileSays());
        Page page = open("operations", order);
        Locator box = page.locator(".pane .hold");
        assertThat(box).containsText("付款待核实");
        assertThat(box.getByText("放行", new Locator.GetByTextOptions().setExact(true)))
                .hasCount(0);
        BoardPage.shot(page, "confirm-payment");
        box.getByText("核实付款").click();
        Locator question = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("记为已收 ¥10.00");
        page.getByLabel("原因").fill("银行流水 8842");
        question.getByText("核实付款", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(box).isHidden();
        assertThat(desk.details(order.id()).summary().payment()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void confirmsADeclaredPaymentOfWhatHasLeftToo() {
        Placed order =
                desk.place(desk.anOrder().with(1, "TEA-100").paidAsTheFileSays().now(SourceStatus.SHIPPED));
        Page page = open("operations", order);
        page.locator(".pane-foot").getByText("核实付款").click();
        page.getByLabel("原因").fill("银行流水 8843");
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByText("核实付款", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(".pane-foot").getByText("核实付款")).hasCount(0);
        assertThat(desk.details(order.id()).summary().payment()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void offersNoStepTheStateTableRefuses() {
        Placed picking = desk.place(desk.anOrder().with(1, "TEA-100").paid());
        Placed unpaid = desk.place(desk.anOrder().with(1, "TEA-100"));
        Page page = open("support-supervisor", picking);
        page.getByLabel("更多操作").click();
        assertThat(page.getByRole(AriaRole.MENUITEM)).hasText(new String[] {"取消订单"});
        page.keyboard().press("Escape");
        page.navigate(page.url().replace(picking.number(), unpaid.number()));
        page.getByLabel("更多操作").click();
        assertThat(page.getByRole(AriaRole.MENUITEM)).hasText(new String[] {"取消订单", "作废"});
        page.getByRole(AriaRole.MENUITEM).getByText("作废").click();
        assertThat(page.getByRole(AriaRole.ALERTDIALOG)).containsText("还没有收款");
        page.getByLabel("原因").fill("重复下单");
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByText("作废", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(".pane-foot")).isHidden();
        assertThat(desk.details(unpaid.id()).summary().anchor()).isEqualTo(Anchor.VOIDED);
    }

    @Test
    void aHeldOrderIsNotHeldByHandTwice() {
        Placed order = desk.place(desk.anOrder().with(1, "TEA-100").paid());
        Page page = open("operations", order);
        page.locator(".pane-foot").getByText("转异常").click();
        page.getByLabel("原因").fill("等买家回电");
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByText("转异常", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(".pane .hold")).containsText("等买家回电");
        assertThat(page.locator(".pane-foot").getByText("转异常")).hasCount(0);
        page.locator(".pane .hold").getByText("放行").click();
        page.getByLabel("原因").fill("已回电");
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByText("放行", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(".pane .hold")).hasCount(0);
    }

    @Test
    void theFiguresAboveTheSumAddUpToIt() {
        Placed order = desk.place(
                desk.anOrder().with(2, "TEA-100").freight(500).tax(133).paid());
        Page page = open("operations", order);
        assertThat(page.locator(".lines tfoot tr")).hasCount(3);
        assertThat(page.locator(".lines tfoot tr").nth(0)).containsText("运费");
        assertThat(page.locator(".lines tfoot tr").nth(0)).containsText("5.00");
        assertThat(page.locator(".lines tfoot tr").nth(1)).containsText("税");
        assertThat(page.locator(".lines tfoot tr").nth(1)).containsText("1.33");
        assertThat(page.locator(".lines tfoot tr").nth(2)).containsText("26.33");
        BoardPage.shot(page, "tax-line");
    }

    private Page open(String role, Placed order) {
        return new BoardPage(port, desk.merchant(), people.hire(desk.merchant(), role))
                .open(BROWSER.desktop(), "/orders/" + order.number());
    }
}
