package com.dingshu.orders.ui;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets every open board look again every few seconds, and who follows a job every second. One thread for all; a board
 * costs two look-ups by key a beat.
 */
@Component
class Pulse {

    private static final Logger log = LoggerFactory.getLogger(Pulse.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final int BOARDS_EVERY = 3;

    private final Set<Runnable> boards = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> followers = ConcurrentHashMap.newKeySet();
    private final Thread thread = Thread.ofVirtual().name("board-pulse").unstarted(this::beat);

    Pulse() {
        thread.start();
    }

    void join(Runnable board) {
        boards.add(board);
    }

    /** Called every second until it leaves. */
    void follow(Runnable follower) {
        followers.add(follower);
    }

    void leave(Runnable board) {
        boards.remove(board);
        followers.remove(board);
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
            if (beat % BOARDS_EVERY == 0) {
                boards.forEach(Pulse::look);
            }
        }
    }

    private static void look(Runnable board) {
        try {
            board.run();
        } catch (RuntimeException failed) {
            log.warn("A board could not look again", failed);
        }
    }
}
