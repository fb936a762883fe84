package com.dingshu.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dingshu.channels.ConnectedShops.TestShop;
import com.dingshu.testing.IntegrationTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders that were missed are fetched from the simulated platforms, none left out and none doubled. */
@IntegrationTest
class BackfillIT extends OnSimulatedPlatforms {

    @Autowired
    private IntakeRuns runs;

    private TestShop unpulled(String channel) {
        TestShop shop = simulated(channel);
        merchant.run(() -> connections.pause(shop.info().id()));
        merchant.settle();
        return shop;
    }

    private IntakeRunInfo finished(UUID run) {
        merchant.settle();
        IntakeRunInfo info = merchant.call(() -> runs.progress(run)).orElseThrow();
        assertThat(info.finished()).isTrue();
        assertThat(info.doubled()).isZero();
        return info;
    }

    private IntakeRunInfo lastHour(TestShop shop) {
        clock.advance(Duration.ofSeconds(5));
        Instant now = clock.instant();
        return finished(merchant.call(() -> runs.fetchPeriod(shop.info().id(), now.minus(Duration.ofHours(1)), now)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"taobao", "douyin", "shopify"})
    void everyOrderOfThePeriodIsInTheSystemAfterwardsAndOnceOnly(String channel) {
        TestShop shop = unpulled(channel);
        List<String> known = issueAll(shop, "{\"count\":3,\"lines\":1,\"paid\":true}");
        IntakeRunInfo first =
                finished(merchant.call(() -> runs.fetchOrders(shop.info().id(), known)));
        assertThat(first.count(IntakeRunItemState.CREATED)).isEqualTo(3);
        issueAll(shop, "{\"count\":118,\"lines\":1,\"paid\":true}");
        String waits = issue(shop, "{\"lines\":1,\"paid\":true,\"sku\":\"NEW-9\"}");

        IntakeRunInfo info = lastHour(shop);
        assertThat(info.total()).isEqualTo(122);
        assertThat(info.count(IntakeRunItemState.CREATED)).isEqualTo(118);
        assertThat(info.count(IntakeRunItemState.PRESENT)).isEqualTo(3);
        assertThat(info.count(IntakeRunItemState.REPAIR)).isEqualTo(1);
        assertThat(info.fetched()).isEqualTo(122);
        assertThat(orderCount()).isEqualTo(121);
        assertThat(merchant.call(() -> runs.items(info.id(), Set.of(IntakeRunItemState.REPAIR))))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.orderNo()).isEqualTo(waits);
                    assertThat(item.problemKind()).isEqualTo("UNMAPPED_ITEM");
                });

        IntakeRunInfo again = lastHour(shop);
        assertThat(again.count(IntakeRunItemState.PRESENT)).isEqualTo(121);
        assertThat(orderCount()).isEqualTo(121);
    }

    @ParameterizedTest
    @ValueSource(strings = {"taobao", "douyin"})
    void aNumberThatThePlatformDoesNotKnowIsSaidToBeMissing(String channel) {
        TestShop shop = unpulled(channel);
        String known = issue(shop, "{\"paid\":true}");
        IntakeRunInfo info = finished(merchant.call(() ->
                runs.fetchOrders(shop.info().id(), List.of(known, " " + known + " ", "9999999999999999999", ""))));
        assertThat(info.total()).isEqualTo(2);
        assertThat(info.count(IntakeRunItemState.CREATED)).isEqualTo(1);
        assertThat(info.count(IntakeRunItemState.MISSING)).isEqualTo(1);
        assertThat(merchant.call(() -> inbox.whereIs(known)).answer()).isEqualTo(Whereabouts.Answer.APPLIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"taobao", "douyin"})
    void ordersThatChangeWhileThePlatformStumblesAreNotLost(String channel) {
        TestShop shop = unpulled(channel);
        List<String> ids = issueAll(shop, "{\"count\":60,\"lines\":1,\"paid\":true}");
        simulator.post(
                "/_sim/faults",
                "{\"channel\":\"" + channel + "\",\"kind\":\"status\",\"value\":500,\"share\":0.2,\"count\":8}");
        clock.advance(Duration.ofSeconds(5));
        Instant now = clock.instant();
        UUID run = merchant.call(() -> runs.fetchPeriod(shop.info().id(), now.minus(Duration.ofHours(1)), now));
        for (int round = 0; round < 8; round++) {
            merchant.settle();
            clock.advance(Duration.ofMinutes(1));
        }
        IntakeRunInfo info = finished(run);
        assertThat(info.inSystem()).isEqualTo(ids.size());
        assertThat(orderCount()).isEqualTo(ids.size());
    }

    @Test
    void ordersPlacedAfterThePeriodAreLeftToThePull() {
        TestShop shop = unpulled("douyin");
        issueAll(shop, "{\"count\":2,\"lines\":1,\"paid\":true}");
        clock.advance(Duration.ofSeconds(5));
        Instant now = clock.instant();
        IntakeRunInfo info = finished(merchant.call(() ->
                runs.fetchPeriod(shop.info().id(), now.minus(Duration.ofHours(2)), now.minus(Duration.ofHours(1)))));
        assertThat(info.total()).isZero();
    }

    @Test
    void aPlatformThatRefusesEndsTheRunWithItsReason() {
        TestShop shop = unpulled("taobao");
        simulator.post(shop.path() + "/token", "{\"token\":\"fresh\"}");
        IntakeRunInfo info = lastHour(shop);
        assertThat(info.problem()).contains("27");
    }

    @Test
    void aPeriodOrAShopThatCannotBeAskedForIsRefused() {
        TestShop shop = unpulled("douyin");
        Instant now = clock.instant();
        UUID id = shop.info().id();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> merchant.call(() -> runs.fetchPeriod(id, now, now.minusSeconds(1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> merchant.call(() -> runs.fetchPeriod(id, now.minus(Duration.ofDays(91)), now)));
        assertThatIllegalArgumentException().isThrownBy(() -> merchant.call(() -> runs.fetchOrders(id, List.of(" "))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> merchant.call(() -> runs.fetchOrders(UUID.randomUUID(), List.of("1"))));
    }
}
