package com.dingshu.catalog;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.dingshu.testing.BoardPage;
import com.dingshu.testing.Desk;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.People;
import com.dingshu.testing.TestBrowser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class CatalogE2E {

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

    @BeforeEach
    void open() {
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 5);
        board = new BoardPage(port, desk.merchant(), people.hire(desk.merchant(), "operations"));
    }

    @Test
    void makesAProductAndNamesWhatIsWrongWithIt() {
        Page page = board.open(BROWSER.desktop(), "/catalog");
        page.getByText("新建商品").first().click();
        field(page, "商品编码").fill("TEA-100");
        field(page, "售价").fill("十二");
        page.getByText("建商品", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(problem(page, "填数字，最多 2 位小数")).isVisible();
        field(page, "售价").fill("１２.５");
        page.getByText("建商品", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(problem(page, "填商品名称")).isVisible();
        field(page, "名称").fill("凤凰单丛");
        assertThat(problem(page, "编码 TEA-100 已经有了，换一个，或去修改那个商品")).isVisible();
        field(page, "商品编码").fill("TEA-200");
        page.getByText("建商品", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".pane h2")).hasText("凤凰单丛");
        assertThat(page.locator(".pane")).containsText("¥12.50");
    }

    @Test
    void changesAProductAndTellsItsHistory() {
        Page page = board.open(BROWSER.desktop(), "/catalog/TEA-100");
        page.locator(".pane-foot").getByText("修改").click();
        field(page, "安全库存（件）").fill("8");
        field(page, "原因").fill("旺季备货");
        page.getByText("保存商品").click();
        assertThat(page.getByText("TEA-100 已保存")).isVisible();
        page.locator(".pane vaadin-tab").getByText("历史").click();
        assertThat(page.locator(".revision").first()).containsText("旺季备货");
        assertThat(page.locator(".revision").first()).containsText("安全库存");
        page.locator(".pane vaadin-tab").getByText("库存").click();
        assertThat(page.locator(".stock-panel")).containsText("上海仓");
    }

    @Test
    void mapsAShopsItemAndTakesItBack() {
        Page page = board.open(BROWSER.desktop(), "/catalog/TEA-100");
        page.locator(".pane vaadin-tab").getByText("店铺商品 0").click();
        field(page, "商家编码或规格 ID").fill("SKU-9981");
        page.locator(".pane-body").getByText("映射", exact()).click();
        page.getByRole(AriaRole.ALERTDIALOG).getByText("映射", exact()).click();
        assertThat(page.getByText("SKU-9981 已映射到 TEA-100")).isVisible();
        page.locator(".pane vaadin-tab").getByText("店铺商品 1").click();
        page.locator(".pane-body").getByText("取消映射").click();
        page.getByRole(AriaRole.ALERTDIALOG).getByText("取消映射", exact()).click();
        assertThat(page.locator(".pane vaadin-tab").getByText("店铺商品 0")).isVisible();
    }

    @Test
    void findsAProductFromAnyPage() {
        Page page = board.open(BROWSER.desktop(), "/stock");
        page.locator(".omnibox input").fill("TEA-1");
        page.getByText("商品 TEA-100 · ").click();
        page.waitForURL(url -> url.endsWith("/catalog/TEA-100"));
        assertThat(page.locator(".pane h2")).hasText("商品 TEA-100");
    }

    @Test
    void retiresAProductOnAPhone() {
        Page page = board.open(BROWSER.phone(), "/catalog/TEA-100");
        page.locator(".pane-foot").getByText("停用").click();
        page.getByRole(AriaRole.ALERTDIALOG).getByText("停用", exact()).click();
        assertThat(page.locator(".pane-head").getByText("停用")).isVisible();
        assertThat(page.locator(".pane-foot").getByText("恢复在售")).isVisible();
    }

    private static Locator problem(Page page, String text) {
        return page.locator("[slot=error-message]").getByText(text);
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new GetByLabelOptions().setExact(true));
    }

    private static Locator.GetByTextOptions exact() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
