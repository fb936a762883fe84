package com.dingshu.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.dingshu.blueprints.DemoMerchant;
import com.dingshu.identity.Role;
import com.dingshu.identity.Roles;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.People;
import com.dingshu.testing.RunningHub;
import com.dingshu.testing.TestBrowser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every staff screen of the registry, opened by another merchant's all-powerful person with the first merchant's numbers and
 * codes in the address: whatever the server sends, over HTTP or by push, and whatever stands on the page, no word of the
 * first merchant is in it. Left out when the build left the front end out.
 */
class ScreenIsolationE2E extends RunningHub {

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @Test
    void noScreenShowsAnythingOfAnotherMerchant() {
        assumeThat(getClass().getResource("/META-INF/resources/h5/index.html")).isNotNull();
        DemoMerchant first = DemoMerchant.copyOf("qinghe", beans, simulator(), address(""));
        BusyDay day = BusyDay.of(first, beans);
        Merchant second = bean(Merchants.class).open();
        String[] all = bean(Roles.class).all().stream().map(Role::id).toArray(String[]::new);
        bean(People.class).hireAs(second, "stranger", all);
        bean(People.class).hireAs(first.merchant(), "everyrole", all);
        List<String> words = first.words();
        List<String> addresses = Screens.addresses(bean(ServletContext.class), StaffScreens.values(first, day));
        List<String> seenByThem = seen(first.slug(), "everyrole", addresses);
        assertThat(words.stream().filter(word -> seenByThem.stream().anyMatch(text -> text.contains(word))))
                .as("its own people do see it, so the test looks at the right places")
                .hasSizeGreaterThan(20);
        assertThat(seen(second.tenant().slug(), "stranger", addresses))
                .allSatisfy(text ->
                        assertThat(words.stream().filter(text::contains)).isEmpty());
    }

    /** Everything the server sends to somebody who goes from screen to screen, and what stands there in the end. */
    private List<String> seen(String merchant, String login, List<String> addresses) {
        Page page = BROWSER.desktop();
        List<String> seen = new CopyOnWriteArrayList<>();
        page.route(url -> !url.contains("/VAADIN/build/") && !url.contains("/assets/"), route -> listen(route, seen));
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> seen.add(String.valueOf(frame.text()))));
        signIn(page, merchant, login, People.PASSWORD);
        for (String address : addresses) {
            page.navigate(address(address));
            page.locator("main").first().waitFor();
            page.waitForFunction("() => window.Vaadin?.Flow?.clients && "
                    + "Object.values(window.Vaadin.Flow.clients).every(one => !one.isActive || !one.isActive())");
            seen.add(page.content());
        }
        // why: what is still under way when the page closes would fail the test
        page.navigate("about:blank");
        return seen;
    }

    /** What the browser has given up waiting for reaches nobody. */
    private static void listen(Route route, List<String> seen) {
        try {
            APIResponse answer = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
            seen.add(answer.text());
            route.fulfill(new Route.FulfillOptions().setResponse(answer));
        } catch (PlaywrightException givenUp) {
            route.abort();
        }
    }
}
