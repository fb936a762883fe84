package com.dingshu.channels;

import com.dingshu.channels.ConnectedShops.TestShop;
import com.dingshu.orders.BoardQuery;
import com.dingshu.orders.OrderQueries;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.SimulatorProcess;
import com.dingshu.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Each test has a merchant of its own, whose shops stand on simulated platforms without faults. */
@IntegrationTest
abstract class OnSimulatedPlatforms {

    static SimulatorProcess simulator;

    @Autowired
    ConnectedShops shops;

    @Autowired
    Connections connections;

    @Autowired
    InboxQueries inbox;

    @Autowired
    OrderQueries orders;

    @Autowired
    TestClock clock;

    @Autowired
    Merchants merchants;

    Merchant merchant;

    @BeforeAll
    static void startSimulator() {
        simulator = SimulatorProcess.start();
    }

    @AfterAll
    static void stopSimulator() {
        simulator.close();
    }

    @BeforeEach
    void openMerchant() {
        merchant = merchants.open();
        simulator.delete("/_sim/faults");
        clock.reset();
    }

    TestShop simulated(String channel) {
        return shops.simulated(merchant, channel, simulator, "");
    }

    /** The orders that buyers place in the shop as wished, by their numbers on the platform. */
    List<String> issueAll(TestShop shop, String wish) {
        List<String> ids = new ArrayList<>();
        simulator
                .post(shop.path() + "/orders", wish)
                .path("orders")
                .forEach(order -> ids.add(order.path("id").asString()));
        return ids;
    }

    String issue(TestShop shop, String wish) {
        return issueAll(shop, wish).getFirst();
    }

    void pull(TestShop shop) {
        // platforms list a change some moments after it was made
        clock.advance(Duration.ofSeconds(5));
        merchant.run(() -> connections.pullNow(shop.info().id()));
        merchant.settle();
    }

    int orderCount() {
        return merchant.call(() -> orders.page(BoardQuery.of(BoardQuery.View.ALL), null, 500))
                .size();
    }

    Whereabouts.Answer where(String orderNo) {
        return merchant.call(() -> inbox.whereIs(orderNo)).answer();
    }
}
