package com.dingshu.orders.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

/** A person keeps what the board shows under a name, shares it, and takes it away again. */
@IntegrationTest
class SavedViewsE2E {

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private People people;

    private Desk desk;

    @BeforeEach
    void anOrder() {
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 10);
        desk.place(desk.anOrder().with(1, "TEA-100").paid());
    }

    private Page board(String path) {
        return new BoardPage(port, desk.merchant(), people.hire(desk.merchant(), "operations"))
                .open(BROWSER.desktop(), path);
    }

    private static Locator tab(Page page, String name) {
        return page.locator("vaadin-tab", new Page.LocatorOptions().setHasText(name));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @Test
    void keepsAViewForTheTeamAndTakesItAwayAgain() {
        Page page = board("/orders?days=7");
        press(page, "存为视图");
        press(page, "保存");
        assertThat(page.getByText("请填视图名称")).isVisible();
        page.getByLabel("视图名称").fill("本周全部");
        page.getByLabel("同事也能看到").check();
        press(page, "保存");
        assertThat(tab(page, "本周全部")).hasAttribute("selected", "");
        assertThat(tab(page, "本周全部").locator(".count")).hasText("1");

        Page colleague = board("/orders");
        tab(colleague, "本周全部").click();
        colleague.waitForURL("**/orders?days=7");
        assertThat(colleague.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("视图设置").setExact(true)))
                .isHidden();

        press(page, "视图设置");
        page.getByText("删除视图").click();
        press(page, "删除视图");
        assertThat(tab(page, "本周全部")).hasCount(0);
        assertThat(tab(page, "全部")).hasAttribute("selected", "");
    }
}
