package com.dingshu.orders.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.dingshu.orders.OrderProgress;
import com.dingshu.orders.OrderSettings;
import com.dingshu.orders.Rules;
import com.dingshu.testing.BoardPage;
import com.dingshu.testing.Desk;
import com.dingshu.testing.Desk.Placed;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.People;
import com.dingshu.testing.TestBrowser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Many orders at once, and orders as a file, in the browser. */
@IntegrationTest
class BulkE2E {

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private People people;

    @Autowired
    private OrderSettings settings;

    @Autowired
    private OrderProgress progress;

    @Autowired
    private Clock clock;

    private Desk desk;
    private final List<Placed> ready = new ArrayList<>();

    @BeforeEach
    void ordersThatWaitForAPerson() {
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 100);
        desk.merchant()
                .run(() -> settings.save(new Rules(Rules.USUAL.reviewAmounts(), true, false, Duration.ofHours(2), 7)));
        for (int i = 0; i < 4; i++) {
            ready.add(desk.place(desk.anOrder().with(i + 1, "TEA-100").paid()));
        }
        desk.place(desk.anOrder().with(1, "TEA-100").note("礼盒").paid());
        desk.place(desk.anOrder().with(1, "TEA-100"));
    }

    @Test
    void releasesAStretchOfOrdersAndShowsWhatBecameOfEach() {
        Page page = as("operations", "/orders");
        Locator boxes = page.locator("vaadin-grid vaadin-checkbox:visible");
        assertThat(page.getByText(ready.getFirst().number()).first()).isVisible();
        boxes.nth(0).click();
        assertThat(page.locator(".bulk-bar")).containsText("已选 1");
        boxes.nth(5)
                .click(new Locator.ClickOptions()
                        .setModifiers(List.of(com.microsoft.playwright.options.KeyboardModifier.SHIFT)));
        assertThat(page.locator(".bulk-bar")).containsText("已选 6");
        BoardPage.shot(page, "bulk-bar");
        button(page, "放行到仓库").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG).last();
        assertThat(dialog).containsText("放行 6 单到仓库");
        desk.merchant().settle();
        assertThat(dialog).containsText("成功 4");
        assertThat(dialog).containsText("失败 2");
        assertThat(dialog).containsText("还没有付款");
        BoardPage.shot(page, "bulk-dialog");
        button(page, "收起").click();
        button(page, "批量任务").click();
        assertThat(page.locator(".jobs")).containsText("放行 6 单到仓库");
        BoardPage.shot(page, "bulk-jobs");
    }

    @Test
    void takesTheWholeList() {
        Page page = as("operations", "/orders?view=to-ship");
        assertThat(page.getByText(ready.getFirst().number()).first()).isVisible();
        page.locator("vaadin-grid vaadin-checkbox:visible").first().click();
        assertThat(page.locator(".bulk-bar")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".bulk-bar")).isHidden();
        page.locator("vaadin-grid vaadin-checkbox:visible").first().click();
        page.getByText("选中列表全部 4 单").click();
        assertThat(page.locator(".bulk-bar")).containsText("已选中列表全部 4 单");
        button(page, "转异常").click();
        page.getByLabel("原因").fill("等仓库盘点");
        page.getByRole(AriaRole.ALERTDIALOG).getByText("4 单转异常").click();
        desk.merchant().settle();
        assertThat(page.getByRole(AriaRole.DIALOG).last()).containsText("成功 4");
    }

    @Test
    void saysHowManyARejectionWouldTakeBeforeItIsDone() {
        Page page = as("operations", "/orders");
        assertThat(page.getByText(ready.getFirst().number()).first()).isVisible();
        page.locator("vaadin-grid vaadin-checkbox:visible").first().click();
        page.getByText("选中列表全部 6 单").click();
        assertThat(page.locator(".bulk-bar")).containsText("已选中列表全部 6 单");
        button(page, "驳回").click();
        Locator question = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("驳回 1 单？");
        assertThat(question).containsText("跳过 5（可发货、等付款）");
        BoardPage.shot(page, "bulk-forecast");
        page.getByLabel("原因").fill("刷单");
        question.getByText("驳回 1 单", new Locator.GetByTextOptions().setExact(true))
                .click();
        desk.merchant().settle();
        assertThat(page.getByRole(AriaRole.DIALOG).last()).containsText("成功 1");
        button(page, "收起").click();
        page.locator("vaadin-grid vaadin-checkbox:visible").nth(2).click();
        page.locator("vaadin-grid vaadin-checkbox:visible").nth(0).click();
        button(page, "转异常").click();
        assertThat(question).containsText("把 2 单转为异常？");
    }

    @Test
    void givesFinanceTheCompletedOrdersOfAMonthAsAFile() throws IOException {
        Placed done = ready.getFirst();
        desk.merchant().run(() -> {
            desk.orders().release(done.id());
            progress.shipped(done.id(), clock.instant());
            progress.delivered(done.id(), clock.instant());
            progress.complete(done.id(), clock.instant());
        });
        Page page = as("finance", "/orders");
        assertThat(page.getByText(done.number()).first()).isVisible();
        Assertions.assertEquals(
                0, page.locator("vaadin-grid vaadin-checkbox:visible").count());
        button(page, "导出已完成订单").click();
        page.locator("vaadin-select").click();
        page.getByRole(AriaRole.OPTION).first().click();
        button(page, "CSV").click();
        BoardPage.shot(page, "export-dialog");
        Download file = page.waitForDownload(() -> button(page, "导出文件").click());
        Assertions.assertTrue(file.suggestedFilename().matches("已完成订单-\\d{4}-\\d{2}\\.csv"), file.suggestedFilename());
        String text = Files.readString(file.path());
        Assertions.assertTrue(text.contains(done.number()), text);
        Assertions.assertFalse(text.contains(ready.get(1).number()), text);
    }

    private Page as(String role, String path) {
        return new BoardPage(port, desk.merchant(), people.hire(desk.merchant(), role)).open(BROWSER.desktop(), path);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name))
                .last();
    }
}
