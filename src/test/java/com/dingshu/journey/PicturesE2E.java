package com.dingshu.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.dingshu.blueprints.DemoMerchant;
import com.dingshu.catalog.Catalog;
import com.dingshu.testing.RunningHub;
import com.dingshu.testing.TestBrowser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The pictures of the README are taken from the screens themselves: {@code -Dpictures.update} puts new ones into
 * {@code src/docs/pictures}, an ordinary run into {@code target/pictures}. Left out when the build left the front end out.
 */
class PicturesE2E extends RunningHub {

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    private static final long LARGEST = 150_000;
    private static final Path FOLDER =
            Path.of(System.getProperty("pictures.update") == null ? "target/pictures" : "src/docs/pictures");

    private DemoMerchant shop;
    private BusyDay day;

    @BeforeEach
    void aMerchantAtWork() {
        assumeThat(getClass().getResource("/META-INF/resources/h5/index.html")).isNotNull();
        shop = DemoMerchant.copyOf("qinghe", beans, simulator(), address(""));
        day = BusyDay.whole(shop, beans);
    }

    @AfterEach
    void theTimeIsWhatItWas() {
        if (day != null) {
            day.end();
        }
    }

    @Test
    void theScreensOfTheReadme() throws IOException {
        staffScreens();
        warehousePage();
        statusPage();
        try (var pictures = Files.list(FOLDER)) {
            assertThat(pictures).allSatisfy(picture -> assertThat(picture)
                    .satisfies(file ->
                            assertThat(Files.size(file)).as(file.toString()).isLessThan(LARGEST)));
        }
    }

    private void staffScreens() {
        Page page = BROWSER.desktop(ColorScheme.LIGHT);
        signIn(page, shop.slug(), "ops", shop.password());
        page.navigate(address("/orders"));
        assertThat(page.getByText(day.shipped()).first()).isVisible();
        take(page, "board");
        page.navigate(address("/orders/" + day.inReview()));
        assertThat(page.locator(".pane h2")).hasText(day.inReview());
        take(page, "order");
        page.navigate(address("/stock"));
        assertThat(page.getByText("LJ-MQ-050").first()).isVisible();
        take(page, "stock");
        page.navigate(address("/home"));
        page.locator(".tile").first().waitFor();
        take(page, "home");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(address("/orders/" + day.shipped()));
        assertThat(page.locator(".pane h2")).hasText(day.shipped());
        page.locator(".pane vaadin-tab").getByText("时间轴").click();
        take(page, "board-dark");
    }

    private void warehousePage() {
        Page phone = BROWSER.phone();
        phone.navigate(address("/h5/?m=" + shop.slug()));
        phone.getByLabel("工号").fill("picker");
        phone.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(shop.password());
        phone.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("登录").setExact(true))
                .click();
        phone.locator(".task").first().click();
        phone.locator(".hero .it").waitFor();
        String wanted = phone.locator(".hero .code").innerText().strip();
        String barcode = shop.merchant()
                .call(() -> bean(Catalog.class).byCode(wanted))
                .orElseThrow()
                .barcodes()
                .getFirst();
        phone.keyboard().type(barcode);
        phone.keyboard().press("Enter");
        assertThat(phone.locator(".sync")).hasText("已同步");
        assertThat(phone.locator(".hero .w")).isVisible();
        take(phone, "scan");
    }

    private void statusPage() {
        Page phone = BROWSER.phone();
        phone.navigate(address(day.customersLink()));
        phone.waitForTimeout(3_000);
        shop.merchant().settle();
        phone.reload();
        assertThat(phone.locator("body")).containsText(day.shipped());
        take(phone, "status");
    }

    private static void take(Page page, String name) {
        page.waitForTimeout(1_200);
        Picture.write(page.screenshot(), FOLDER.resolve(name + ".png"), LARGEST);
    }
}
