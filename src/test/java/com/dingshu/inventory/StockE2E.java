package com.dingshu.inventory;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.dingshu.tenancy.OperationLog;
import com.dingshu.testing.BoardPage;
import com.dingshu.testing.Desk;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.People;
import com.dingshu.testing.TestBrowser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class StockE2E {

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private People people;

    @Autowired
    private OperationLog log;

    private Desk desk;
    private BoardPage board;

    @BeforeEach
    void open() {
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 5);
        board = new BoardPage(port, desk.merchant(), people.hire(desk.merchant(), "operations"));
    }

    @Test
    void booksPiecesInOnAPhone() {
        Page page = board.open(BROWSER.phone(), "/stock");
        page.getByText("商品 TEA-100").click();
        page.getByText("登记入库").first().click();
        page.getByLabel("件数", new GetByLabelOptions().setExact(true)).fill("12");
        assertThat(page.locator("[slot=helper]").getByText("在库 5 → 17")).isVisible();
        page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        assertThat(page.locator("[slot=error-message]").getByText("写明原因")).isVisible();
        page.getByLabel("原因", new GetByLabelOptions().setExact(true)).fill("采购到货");
        page.locator("vaadin-dialog vaadin-button[theme~=primary]").click();
        assertThat(page.getByText("TEA-100 已入库 +12 件").first()).isVisible();
        assertThat(page.locator(".sum")).containsText("17");
        assertThat(page.getByText("采购到货")).isVisible();
        assertThat(page.getByText("流水与余额一致")).isVisible();
    }

    @Test
    void exportsTheListWithoutFormulas() throws IOException {
        desk.stocked("=HYPERLINK(A1)", 3);
        Page page = board.open(BROWSER.desktop(), "/stock");
        Download file = page.waitForDownload(() -> page.getByText("导出").click());
        org.assertj.core.api.Assertions.assertThat(file.suggestedFilename()).matches("库存-.*\\.csv");
        String text = Files.readString(file.path());
        org.assertj.core.api.Assertions.assertThat(text)
                .startsWith("\uFEFF商品编码,")
                .contains("\nTEA-100,商品 TEA-100,,,5,", "\n'=HYPERLINK(A1),");
        org.assertj.core.api.Assertions.assertThat(
                        desk.merchant().call(() -> log.newest(OperationLog.Filter.ALL, null, 5)))
                .anySatisfy(entry -> org.assertj.core.api.Assertions.assertThat(entry.action())
                        .isEqualTo("stock.exported"));
    }

    @Test
    void opensTheOrderThatTookPieces() {
        var order = desk.place(desk.anOrder().with(2, "TEA-100").paid());
        Page page = board.open(BROWSER.desktop(), "/stock/TEA-100");
        page.locator(".sideways a").getByText(order.number()).first().click();
        assertThat(page.locator(".pane h2")).hasText(order.number());
    }
}
