package com.dingshu.uikit;

import com.vaadin.flow.component.Component;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets every open page that asks for it look again every few seconds, and whoever follows a job every second. One thread
 * for all: what is done at a beat must be cheap.
 */
@org.springframework.stereotype.Component
public class Pulse {

    private static final Logger log = LoggerFactory.getLogger(Pulse.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final int PAGES_EVERY = 3;

    private final Set<Runnable> pages = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> followers = ConcurrentHashMap.newKeySet();
    private final Thread thread = Thread.ofVirtual().name("page-pulse").unstarted(this::beat);

    Pulse() {
        thread.start();
    }

    /** Looks again every few seconds for as long as the component is shown. */
    public void watch(Component shown, Runnable again) {
        join(pages, shown, again);
    }

    /** Looks again every second for as long as the component is shown. */
    public void follow(Component shown, Runnable again) {
        join(followers, shown, again);
    }

    /** With the page's lock, as the person who opened it. */
    private static void join(Set<Runnable> beats, Component shown, Runnable again) {
        shown.addAttachListener(attach -> {
            Live live = Live.of(shown);
            Runnable beat = () -> live.run(again);
            beats.add(beat);
            shown.addDetachListener(detach -> {
                detach.unregisterListener();
                beats.remove(beat);
            });
        });
    }

    @PreDestroy
    void stop() {
        thread.interrupt();
    }

    private void beat() {
        for (long beat = 1; ; beat++) {
            try {
                Thread.sleep(BEAT);
            } catch (InterruptedException stopping) {
                return;
            }
            followers.forEach(Pulse::look);
            if (beat % PAGES_EVERY == 0) {
                pages.forEach(Pulse::look);
            }
        }
    }

    private static void look(Runnable page) {
        try {
            page.run();
        } catch (RuntimeException failed) {
            log.warn("A page could not look again", failed);
        }
    }
}
