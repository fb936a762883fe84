package com.dingshu.channels;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.channels.ConnectedShops.TestShop;
import com.dingshu.tenancy.OpenShop;
import com.dingshu.tenancy.Shops;
import com.dingshu.testing.BoardPage;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.People;
import com.dingshu.testing.TestBrowser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Repairing a payload, importing a file, asking where an order is: as people do it. */
@IntegrationTest
class ChannelScreensE2E extends OnSimulatedPlatforms {

    private static final String HALF_WRONG = """
            订单号,订单状态,下单时间,付款时间,收货人,手机号,省,市,区,详细地址,商家编码,商品名称,数量,单价,优惠,运费,实付金额
            H1,待发货,2026-11-01 10:00:00,2026-11-01 10:01:00,张三,13800000001,浙江省,杭州市,余杭区,文一西路1号,TEA-1,单丛,1,178.00,0,0,178.00
            4.31289E+18,待发货,2026-11-01 10:00:00,2026-11-01 10:01:00,李四,13800000002,浙江省,杭州市,余杭区,文一西路2号,TEA-1,单丛,1,178.00,0,0,178.00
            H2,待发货,2026-11-01 10:00:00,2026-11-01 10:01:00,王五,13800000003,浙江省,杭州市,余杭区,文一西路3号,TEA-2,肉桂,2,99.00,0,0,198.00
            H3,待发货,2026-11-01 10:00:00,2026-11-01 10:01:00,赵六,13800000004,浙江省,杭州市,余杭区,文一西路4号,TEA-1,单丛,1.5,178.00,0,0,267.00
            """;

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Shops directory;

    private TestShop shop;
    private BoardPage board;

    @BeforeEach
    void open() {
        shop = simulated("douyin");
        merchant.call(() -> directory.open(
                new OpenShop("file", "线下", "offline" + merchant.id(), "CNY", OpenShop.USUAL_PAYMENT_TIMEOUT)));
        board = new BoardPage(port, merchant, people.hire(merchant, "operations"));
    }

    /** The click is on its way to the server: what it starts is worked off until the order is there. */
    private void comesIn(Page page, String orderNo) {
        for (int i = 0; i < 40 && where(orderNo) != Whereabouts.Answer.APPLIED; i++) {
            page.waitForTimeout(250);
            merchant.settle();
        }
        assertThat(where(orderNo)).isEqualTo(Whereabouts.Answer.APPLIED);
    }

    private void countsUp(Page page, String figure) {
        Locator figures = page.locator(".pane .figures");
        for (int i = 0; i < 40 && !figures.textContent().contains(figure); i++) {
            merchant.settle();
            page.waitForTimeout(250);
        }
        assertThat(figures).containsText(figure);
    }

    @Test
    void anItemThatIsMappedOnScreenBringsEveryOrderInThatWaitedForIt() {
        String one = issue(shop, "{\"sku\":\"NEW-1\",\"lines\":1,\"paid\":true,\"phone\":\"13800138000\"}");
        String two = issue(shop, "{\"sku\":\"NEW-1\",\"lines\":1,\"paid\":true}");
        pull(shop);
        Page page = board.open(BROWSER.desktop(), "/inbox");

        assertThat(page.locator(".message")).hasCount(2);
        assertThat(page.locator(".inbox-pane .hold")).containsText("商品未匹配：NEW-1");
        assertThat(page.locator(".code .faulty").first()).containsText("NEW-1");
        assertThat(page.locator(".code")).not().containsText("13800138000");
        BoardPage.shot(page, "inbox");
        page.locator(".pane-foot").getByText("匹配商品").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.COMBOBOX).fill("TEA-1");
        page.locator("vaadin-combo-box-item").first().click();
        BoardPage.shot(page, "inbox-map");
        dialog.getByText("匹配并重跑 2 单").click();
        assertThat(page.getByText("NEW-1 已对应 TEA-1，2 单正在重跑")).isVisible();
        comesIn(page, one);
        comesIn(page, two);
        assertThat(page.locator(".standing")).containsText("重跑后已入库");
        BoardPage.shot(page, "inbox-repaired");
    }

    @Test
    void aFileHalfWrongIsExplainedBeforeAndAfterAndASecondImportChangesNothing() {
        Page page = board.open(BROWSER.desktop(), "/imports");
        importHalfWrong(page);
        countsUp(page, "2新建");
        assertThat(page.locator(".pane .import-rows tbody tr")).hasCount(2);
        assertThat(page.locator(".pane .import-rows")).containsText("订单号被表格软件改写");
        var download = page.waitForDownload(() -> page.getByText("下载错误行").click());
        assertThat(download.suggestedFilename()).isEqualTo("errors-half.csv");
        BoardPage.shot(page, "import");

        importHalfWrong(page);
        countsUp(page, "2没变化");
        assertThat(page.locator(".pane .figures")).containsText("0新建");
    }

    private void importHalfWrong(Page page) {
        page.locator(".page-actions").getByText("导入文件").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("half.csv", "text/csv", HALF_WRONG.getBytes(StandardCharsets.UTF_8)));
        assertThat(dialog.getByText("读到 4 行、4 单，其中 2 单可以导入")).isVisible();
        BoardPage.shot(page, "import-preview");
        dialog.getByText("导入 2 单").click();
        assertThat(page.locator(".pane h2")).hasText("half.csv");
    }

    @Test
    void anOrderThatWasNeverReceivedIsAskedForAndFetched() {
        String missed = issue(shop, "{\"lines\":1,\"paid\":true}");
        merchant.run(() -> connections.pause(shop.info().id()));
        Page page = board.open(BROWSER.desktop(), "/shops");
        assertThat(page.getByText("已暂停拉取").first()).isVisible();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("是否已入系统？"))
                .click();
        page.getByLabel("渠道订单号").fill(missed);
        page.getByText("查一下").click();
        assertThat(page.getByText("没有收到过")).isVisible();
        page.getByText("补取这一单").click();
        comesIn(page, missed);
        assertThat(page.getByText("共 1 单，已在库，没有重复。")).isVisible();
        BoardPage.shot(page, "where");
    }

    @Test
    void aNewWordOfThePlatformIsAddedToTheMappingAndEverythingAlikeRunsAgain() {
        String strange = issue(shop, "{\"paid\":true,\"lines\":1,\"patch\":{\"order_status\":777}}");
        pull(shop);
        Page page = board.open(BROWSER.desktop(), "/inbox");
        page.locator(".band").getByText("修改映射").click();
        assertThat(page.getByText("v1 有 1 处读不懂")).isVisible();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("修改 订单状态"))
                .click();
        page.getByLabel("平台的说法").last().fill("777");
        page.getByRole(AriaRole.DIALOG).locator("vaadin-select").click();
        page.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("已付款").setExact(true))
                .click();
        page.getByText("存入草稿").click();
        assertThat(page.getByText("v2 读得懂这一份")).isVisible();
        BoardPage.shot(page, "mapping-draft");
        page.getByText("启用 v2").first().click();
        Locator confirm = page.getByRole(AriaRole.ALERTDIALOG);
        confirm.locator("textarea").fill("平台新增状态 777");
        confirm.locator("vaadin-button[theme~=primary]").click();
        assertThat(page.getByText("v2 已启用")).isVisible();
        page.navigate(board.address("/inbox"));
        page.locator(".pane-foot").getByText("重跑这 1 单").click();
        comesIn(page, strange);
    }
}
