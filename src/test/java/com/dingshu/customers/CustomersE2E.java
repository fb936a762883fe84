package com.dingshu.customers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.dingshu.tenancy.OperationLog;
import com.dingshu.testing.BoardPage;
import com.dingshu.testing.Desk;
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

@IntegrationTest
class CustomersE2E {

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private People people;

    private Desk desk;
    private BoardPage board;

    @Autowired
    private OperationLog log;

    @BeforeEach
    void open() {
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 50);
        desk.place(desk.anOrder()
                .with(1, "TEA-100")
                .buyer("tb-1")
                .to("陈晓蓉", "13800136207")
                .paid());
        desk.place(desk.anOrder()
                .with(2, "TEA-100")
                .buyer("tb-2")
                .to("陈晓蓉", "13900139000")
                .paid());
        board = new BoardPage(port, desk.merchant(), people.hire(desk.merchant(), "operations"));
    }

    @Test
    void findsSomebodyByTheLastFourDigitsAndShowsWhatTheyOrdered() {
        Page page = board.open(BROWSER.desktop(), "/customers");
        page.locator(".list-search input").fill("6207");
        page.waitForURL(url -> url.contains("q=6207"));
        page.getByText("138****6207").first().click();
        assertThat(page.locator(".pane h2")).hasText("陈*蓉");
        assertThat(page.locator(".pane")).not().containsText("13800136207");
        page.locator(".pane vaadin-tab").getByText("订单").click();
        assertThat(page.locator(".mapped li")).hasCount(1);
        assertThat(page.locator(".mapped")).containsText("商品 TEA-100");
    }

    @Test
    void showsContactDataAndLeavesATrace() {
        Page page = board.open(BROWSER.phone(), "/customers");
        page.getByText("138****6207").first().click();
        page.getByText("显示完整信息（会留痕）").click();
        assertThat(page.locator(".pane")).containsText("13800136207");
        assertThat(page.locator(".pane")).containsText("文三路478号");
        org.assertj.core.api.Assertions.assertThat(
                        desk.merchant().call(() -> log.newest(OperationLog.Filter.ALL, null, 10)))
                .anySatisfy(entry -> org.assertj.core.api.Assertions.assertThat(entry.action() + entry.subjectType())
                        .isEqualTo("contact.revealedcustomer"));
    }

    @Test
    void mergesTwoRecordsOfOnePersonAndTakesItBack() {
        Page page = board.open(BROWSER.desktop(), "/customers");
        page.getByText("138****6207").first().click();
        page.locator(".pane-body").getByText("并入这位").click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByText("并入这位", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(".pane-body").getByText("撤销合并")).isVisible();
        page.locator(".pane vaadin-tab").getByText("订单").click();
        assertThat(page.locator(".mapped li")).hasCount(2);
        page.locator(".pane vaadin-tab").getByText("历史").click();
        assertThat(page.locator(".revision").first()).containsText("139****9000");
        page.locator(".pane vaadin-tab").getByText("概览").click();
        page.locator(".pane-body").getByText("撤销合并").click();
        assertThat(page.locator(".pane-body").getByText("并入这位")).isVisible();
    }
}
