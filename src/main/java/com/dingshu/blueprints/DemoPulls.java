package com.dingshu.blueprints;

import com.dingshu.channels.Connections;
import com.dingshu.channels.ShopSync;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Tenants;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks the simulated platforms that push nothing every few seconds, not every quarter of an hour, so that people see
 * orders come in.
 */
@Component
@Profile("demo")
class DemoPulls {

    private static final String PUSHES_NOTHING = "taobao";
    private static final Actor PULLING = Actor.system("demonstration");
    private static final int SECONDS = 15;

    private final Tenants tenants;
    private final Connections connections;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("demo-pulls").daemon().factory());

    DemoPulls(Tenants tenants, Connections connections) {
        this.tenants = tenants;
        this.connections = connections;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        timer.scheduleWithFixedDelay(this::pull, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    private void pull() {
        tenants.forEachActive(PULLING, tenant -> connections.all().stream()
                .filter(ShopSync::connected)
                .map(sync -> sync.shop())
                .filter(shop -> shop.channel().equals(PUSHES_NOTHING))
                .forEach(shop -> connections.pullNow(shop.id())));
    }
}
