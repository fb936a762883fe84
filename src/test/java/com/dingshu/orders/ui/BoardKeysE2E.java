package com.dingshu.orders.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.orders.OrderSettings;
import com.dingshu.orders.ReviewStatus;
import com.dingshu.orders.Rules;
import com.dingshu.orders.Stage;
import com.dingshu.testing.BoardPage;
import com.dingshu.testing.Desk;
import com.dingshu.testing.Desk.Placed;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.People;
import com.dingshu.testing.TestBrowser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The board without a mouse: rows are walked, opened, chosen, judged and printed by their keys. */
@IntegrationTest
class BoardKeysE2E {

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

    private Desk desk;

    /** As they stand on the board, the newest first. */
    private final List<Placed> rows = new ArrayList<>();

    @BeforeEach
    void fourOrdersThatWaitForAPerson() {
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 100);
        desk.merchant()
                .run(() -> settings.save(new Rules(Rules.USUAL.reviewAmounts(), true, false, Duration.ofHours(2), 7)));
        for (int i = 0; i < 4; i++) {
            rows.addFirst(
                    desk.place(desk.anOrder().with(1, "TEA-100").note("礼盒").paid()));
        }
    }

    @Test
    void walksTheRowsOpensOneAndGoesOnFromThere() {
        Page page = as("operations");
        press(page, "j");
        assertAt(page, 0);
        press(page, "j", "j", "k");
        assertAt(page, 1);
        assertThat(page.locator(".pane")).hasCount(0);
        BoardPage.shot(page, "keys-cursor");
        press(page, "Enter");
        assertThat(page.locator(".pane h2")).hasText(rows.get(1).number());
        press(page, "j");
        assertThat(page.locator(".pane h2")).hasText(rows.get(2).number());
        press(page, "ArrowUp");
        assertThat(page.locator(".pane h2")).hasText(rows.get(1).number());
        BoardPage.shot(page, "keys-open");
        press(page, "Escape");
        assertThat(page.locator(".pane")).hasCount(0);
        press(page, "j");
        assertAt(page, 2);
        press(page, "j", "j");
        assertAt(page, 3);
        press(page, "Enter");
        assertThat(page.locator(".pane h2")).hasText(rows.get(3).number());
    }

    @Test
    void choosesTheRowOneIsAtAndLetsGoWithEscape() {
        Page page = as("operations");
        press(page, "j", "j", "x");
        assertThat(page.locator(".bulk-bar")).containsText("已选 1");
        press(page, "j", "j", "Shift+X");
        assertThat(page.locator(".bulk-bar")).containsText("已选 3");
        BoardPage.shot(page, "keys-chosen");
        press(page, "x");
        assertThat(page.locator(".bulk-bar")).containsText("已选 2");
        press(page, "Escape");
        assertThat(page.locator(".bulk-bar")).isHidden();
        assertAt(page, 3);
    }

    @Test
    void judgesTheRowOneIsAt() {
        Page page = as("operations");
        press(page, "j", "a");
        assertThat(page.getByText(rows.get(0).number() + " 已审核通过")).isVisible();
        press(page, "a");
        assertThat(page.getByText(rows.get(0).number() + " 的状态不允许这一步")).isVisible();
        press(page, "j", "r");
        because(page, "驳回", "x 刷单 ja");
        press(page, "j", "Enter", "e");
        because(page, "转异常", "等买家回电");
        assertThat(page.locator(".pane .hold").first()).containsText("等买家回电");
        assertThat(review(0)).isEqualTo(ReviewStatus.APPROVED);
        assertThat(review(1)).isEqualTo(ReviewStatus.REJECTED);
        assertThat(review(3)).isEqualTo(ReviewStatus.PENDING);
        assertThat(desk.details(rows.get(2).id()).summary().stage()).isEqualTo(Stage.EXCEPTION);
    }

    @Test
    void printsWhatThereIsForTheRowOneIsAt() {
        Placed order = rows.getFirst();
        desk.merchant().run(() -> {
            desk.orders().approve(order.id(), null);
            desk.orders().release(order.id());
        });
        desk.merchant().settle();
        Page page = as("warehouse-lead");
        press(page, "j");
        assertAt(page, 0);
        Download file = page.waitForDownload(() -> press(page, "p"));
        assertThat(file.suggestedFilename()).endsWith(".pdf");
        press(page, "j", "p");
        assertThat(page.getByText(rows.get(1).number() + " 还没有面单和拣货单")).isVisible();
        press(page, "k", "Enter");
        assertThat(page.locator(".pane-foot")).containsText("打印");
        Download again = page.waitForDownload(() -> press(page, "p"));
        assertThat(again.suggestedFilename()).endsWith(".pdf");
    }

    @Test
    void listsTheKeysAndSwitchesSingleLettersOff() {
        Page page = as("operations");
        press(page, "j", "?");
        Locator sheet = page.locator(".keys-sheet");
        for (String what : List.of("下一单", "打开这一单", "选择这一行", "审核通过", "驳回", "转异常", "取消选择、关闭", "查找与命令")) {
            assertThat(sheet).containsText(what);
        }
        BoardPage.shot(page, "keys-sheet");
        sheet.getByLabel("单字母快捷键").uncheck();
        sheet.getByText("收起").click();
        assertThat(sheet).hasCount(0);
        press(page, "j", "x", "a");
        assertAt(page, 0);
        assertThat(page.locator(".bulk-bar")).isHidden();
        press(page, "ArrowDown", "Enter");
        assertThat(page.locator(".pane h2")).hasText(rows.get(1).number());
        page.reload();
        assertThat(page.getByText(rows.getFirst().number()).first()).isVisible();
        press(page, "?");
        sheet.getByLabel("单字母快捷键").check();
        press(page, "Escape", "j");
        assertThat(cursor(page)).hasCount(1);
        assertThat(review(0)).isEqualTo(ReviewStatus.PENDING);
    }

    @Test
    void lettersTypedIntoAFieldAreText() {
        Page page = as("operations");
        press(page, "j", "/");
        page.keyboard().type("jkxarep?");
        assertThat(page.locator(".omnibox input")).hasValue("jkxarep?");
        assertThat(page.locator(".hits p")).containsText("没有找到");
        assertAt(page, 0);
        assertThat(page.locator(".bulk-bar")).isHidden();
        assertThat(page.locator(".keys-sheet")).hasCount(0);
        assertThat(review(0)).isEqualTo(ReviewStatus.PENDING);
    }

    @Test
    void thePaletteGoesToPagesAndDoesWhatCanBeDoneHere() {
        Page page = as("operations");
        press(page, "j", "Control+k");
        Locator offered = page.locator(".hits");
        assertThat(offered.getByRole(AriaRole.OPTION).first()).containsText("审核通过");
        assertThat(offered).containsText(rows.getFirst().number());
        assertThat(offered).containsText("库存");
        assertThat(offered).containsText("退出登录");
        BoardPage.shot(page, "palette");
        page.keyboard().type("驳回");
        assertThat(offered.getByRole(AriaRole.OPTION)).hasCount(1);
        press(page, "Enter");
        because(page, "驳回", "刷单");
        assertThat(page.getByText(rows.getFirst().number() + " 已驳回")).isVisible();
        press(page, "Control+k");
        page.keyboard().type("stock");
        assertThat(offered.getByRole(AriaRole.OPTION)).hasCount(1);
        BoardPage.shot(page, "palette-stock");
        press(page, "Enter");
        page.waitForURL(Pattern.compile(".*/stock"));
        press(page, "Control+k");
        assertThat(offered).containsText("前往");
        press(page, "ArrowUp", "ArrowUp", "Enter");
        assertThat(page.locator(".keys-sheet")).isVisible();
    }

    private void because(Page page, String verb, String reason) {
        Locator question = page.getByRole(AriaRole.ALERTDIALOG);
        page.getByLabel("原因").click();
        page.keyboard().type(reason);
        assertThat(page.getByLabel("原因")).hasValue(reason);
        question.getByText(verb, new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(question).hasCount(0);
    }

    private static Locator cursor(Page page) {
        return page.locator("vaadin-grid.flat tr:has(td[part~='cursor'])");
    }

    /** The head is the first row. */
    private static void assertAt(Page page, int row) {
        assertThat(cursor(page)).hasAttribute("aria-rowindex", String.valueOf(row + 2));
    }

    private static void press(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private ReviewStatus review(int row) {
        return desk.details(rows.get(row).id()).summary().review();
    }

    private Page as(String role) {
        Page page = new BoardPage(port, desk.merchant(), people.hire(desk.merchant(), role))
                .open(BROWSER.desktop(), "/orders");
        assertThat(page.getByText(rows.getFirst().number()).first()).isVisible();
        return page;
    }
}
