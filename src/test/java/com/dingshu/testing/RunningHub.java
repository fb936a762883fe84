package com.dingshu.testing;

import com.dingshu.testing.Merchants.Merchant;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The hub as people meet it: served over HTTP, with the partners' simulators beside it. One application and one process of
 * simulators serve all tests that extend this.
 */
@IntegrationTest
public abstract class RunningHub {

    private static final Logger log = LoggerFactory.getLogger(RunningHub.class);
    private static final Duration PAUSE = Duration.ofMillis(400);

    @LocalServerPort
    protected int port;

    @Autowired
    protected BeanFactory beans;

    /** Ends with this JVM. */
    private static final class Partners {
        private static final SimulatorProcess SIMULATOR = SimulatorProcess.start();
    }

    @DynamicPropertySource
    static void partners(DynamicPropertyRegistry registry) {
        registry.add("dingshu.carriers.sf.endpoint", () -> simulator().url("/sf/std/service"));
    }

    protected static SimulatorProcess simulator() {
        return Partners.SIMULATOR;
    }

    protected <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    protected String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** Signs in on the staff screens and waits for the frame. */
    protected void signIn(Page page, String merchant, String login, String password) {
        page.navigate(address("/sign-in?m=" + merchant));
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(password);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    /** Does the merchant's background work as it comes, until it is closed; what the work pool does in the product. */
    protected AtWork atWork(Merchant merchant) {
        return new AtWork(merchant);
    }

    /** The background work of one merchant. */
    public static final class AtWork implements AutoCloseable {

        private final Merchant merchant;
        private final Thread thread;
        private volatile boolean ended;

        private AtWork(Merchant merchant) {
            this.merchant = merchant;
            this.thread = Thread.ofVirtual().name("at-work").start(this::work);
        }

        private void work() {
            while (!ended) {
                try {
                    merchant.settle();
                    Thread.sleep(PAUSE);
                } catch (InterruptedException stopping) {
                    return;
                } catch (RuntimeException failed) {
                    log.warn("Background work failed; tried again", failed);
                }
            }
        }

        @Override
        public void close() {
            ended = true;
            try {
                thread.join(Duration.ofSeconds(30));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
