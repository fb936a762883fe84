package com.dingshu.orders.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.dingshu.testing.BoardPage;
import com.dingshu.testing.Desk;
import com.dingshu.testing.Desk.Placed;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.People;
import com.dingshu.testing.TestBrowser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The field in every page's head, by the keyboard alone and on a phone. */
@IntegrationTest
class OmniboxE2E {

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
    private Placed first;
    private Placed second;

    @BeforeEach
    void twoOrdersToOnePhone() {
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 100);
        first = desk.place(
                desk.anOrder().with(1, "TEA-100").to("林知夏", "13800138207").paid());
        second = desk.place(
                desk.anOrder().with(2, "TEA-100").to("林知夏", "13800138207").paid());
        board = new BoardPage(port, desk.merchant(), people.hire(desk.merchant(), "operations"));
    }

    @Test
    void walksTheAnswersWithTheKeyboardAlone() {
        Page page = board.open(BROWSER.desktop(), "/orders");
        page.keyboard().press("/");
        page.keyboard().type("138 0013 8207");
        Locator answers = page.locator(".hits [role=option]");
        // two orders and the customer behind them
        assertThat(answers).hasCount(3);
        assertThat(answers.first()).containsText("138****8207");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(answers.nth(1)).hasAttribute("aria-selected", "true");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/orders/" + first.number()));
        assertThat(page.locator(".pane h2")).hasText(first.number());
        assertThat(page.locator(".hits")).isHidden();
    }

    @Test
    void opensTheOnlyOneWithEnterFromAnyPage() {
        Page page = board.open(BROWSER.desktop(), "/orders");
        page.keyboard().press("Control+k");
        page.keyboard().type(second.number());
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/orders/" + second.number()));
        assertThat(page.locator(".pane h2")).hasText(second.number());
    }

    @Test
    void saysThatNothingWasFoundAndLeavesWithEscape() {
        Page page = board.open(BROWSER.desktop(), "/orders");
        page.keyboard().press("/");
        page.keyboard().type("没有这个人");
        assertThat(page.locator(".hits p")).containsText("没有找到“没有这个人”");
        page.keyboard().press("Escape");
        assertThat(page.locator(".hits")).isHidden();
    }

    @Test
    void findsOnAPhone() {
        Page page = board.open(BROWSER.phone(), "/orders");
        page.locator(".omnibox input").tap();
        page.keyboard().type("8207");
        assertThat(page.locator(".hits [role=option]")).hasCount(3);
        BoardPage.shot(page, "omnibox-phone");
        page.locator(".hits [role=option]").first().tap();
        assertThat(page.locator(".pane h2")).hasText(second.number());
    }
}
