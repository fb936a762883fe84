package com.dingshu.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real browser for the tests of one class: a static field with {@code @RegisterExtension}. Each page comes in a context of its own, which
 * ends with the test; the trace of a failed test is kept in {@code target/traces}.
 */
public final class TestBrowser implements AfterEachCallback, AfterAllCallback {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Machines that test are busy. */
    private static final double PATIENCE_MS = 15_000;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    /** A staff screen of 1440 × 900 in the light scheme. */
    public Page desktop() {
        return page(desktopOptions());
    }

    public Page desktop(ColorScheme scheme) {
        return page(desktopOptions().setColorScheme(scheme));
    }

    /** A phone of 390 × 844. */
    public Page phone() {
        return page(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true)
                .setDeviceScaleFactor(2)
                .setLocale("zh-CN"));
    }

    /** A page with options of the test's own. */
    public Page page(Browser.NewContextOptions options) {
        var context =
                browser().newContext(options.setTimezoneId("Asia/Shanghai").setIgnoreHTTPSErrors(true));
        context.tracing().start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
        contexts.add(context);
        return context.newPage();
    }

    private static Browser.NewContextOptions desktopOptions() {
        return new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale("zh-CN")
                .setColorScheme(ColorScheme.LIGHT);
    }

    private Browser browser() {
        if (playwright == null || browser == null) {
            var executable = installed();
            var started = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(executable.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
            var options = new LaunchOptions().setArgs(ARGUMENTS);
            executable.ifPresent(options::setExecutablePath);
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
            playwright = started;
            browser = started.chromium().launch(options);
        }
        return browser;
    }

    /** The machine's own Chromium; without one, Playwright takes what it downloaded itself. */
    private static Optional<Path> installed() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("DINGSHU_CHROMIUM")),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var failed = test.getExecutionException().isPresent();
        for (var context : contexts) {
            var trace = new Tracing.StopOptions();
            if (failed) {
                trace.setPath(Path.of(
                        "target/traces",
                        test.getRequiredTestClass().getSimpleName() + "-" + test.getDisplayName() + "-"
                                + contexts.indexOf(context) + ".zip"));
            }
            context.tracing().stop(trace);
            context.close();
        }
        contexts.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }
}
