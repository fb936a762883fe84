package com.dingshu.testing;

import com.dingshu.identity.UserInfo;
import com.dingshu.testing.Merchants.Merchant;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Staff screens in the browser, opened by one person of a merchant with the password of {@link People}. */
public record BoardPage(int port, Merchant merchant, String login) {

    public BoardPage(int port, Merchant merchant, UserInfo person) {
        this(port, merchant, person.login());
    }

    /** Signs in and goes to the address. */
    public Page open(Page page, String path) {
        signIn(page).navigate(address(path));
        page.waitForSelector(".page-head h1");
        return page;
    }

    /** Signs in and stays where that leads. */
    public Page signIn(Page page) {
        page.navigate(address("/sign-in?m=" + merchant.tenant().slug()));
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(People.PASSWORD);
        page.locator("button.go").click();
        page.waitForURL(url -> !url.contains("sign-in"));
        page.waitForSelector(".page-head");
        return page;
    }

    public String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** Keeps a picture to look at, once what moves has come to rest. */
    public static void shot(Page page, String name) {
        page.waitForTimeout(400);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/shots/" + name + ".png")));
    }
}
