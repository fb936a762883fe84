package com.dingshu.blueprints;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The demonstration: its merchants are there, the simulated platforms know their shops, and people are told how to come in. */
@Component
@Profile("demo")
@EnableConfigurationProperties(DemoSettings.class)
class Demonstration implements ApplicationRunner {

    private final MerchantSetUp setUp;
    private final DemoConnections connections;
    private final SimulatedPlatforms platforms;
    private final Welcome welcome;
    private final Path tenants;
    private final List<MerchantFolder> justOpened = new ArrayList<>();

    Demonstration(
            MerchantSetUp setUp,
            DemoConnections connections,
            SimulatedPlatforms platforms,
            Welcome welcome,
            DemoSettings settings) {
        this.setUp = setUp;
        this.connections = connections;
        this.platforms = platforms;
        this.welcome = welcome;
        this.tenants = Path.of(settings.tenants());
    }

    @Override
    public void run(ApplicationArguments arguments) {
        MerchantFolder.below(tenants).forEach(this::setUp);
    }

    private void setUp(MerchantFolder folder) {
        var password = Objects.requireNonNull(folder.merchant().demoPassword(), "tenant.yaml: demoPassword");
        var done = setUp.setUp(folder, () -> password);
        if (!done.newcomers().isEmpty()) {
            justOpened.add(folder);
        }
        connections.connect(done.tenant(), folder);
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        var merchants = MerchantFolder.below(tenants);
        merchants.forEach(platforms::register);
        justOpened.forEach(platforms::sendFirstOrders);
        welcome.write(merchants);
    }
}
