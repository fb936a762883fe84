package com.dingshu.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SaveSku;
import com.dingshu.catalog.SaveSkuResult;
import com.dingshu.channels.ConnectedShops.TestShop;
import com.dingshu.channels.connect.JsonSlices;
import com.dingshu.channels.mapping.BuiltInMappings;
import com.dingshu.customers.Contact;
import com.dingshu.orders.Anchor;
import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.OrderSummary;
import com.dingshu.orders.PaymentStatus;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants.Merchant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** From the simulated platforms through inbox and mapping to the orders' door. */
@IntegrationTest
class IntakeIT extends OnSimulatedPlatforms {

    @LocalServerPort
    private int port;

    @Autowired
    private InboxRepair repair;

    @Autowired
    private IntakeRuns runs;

    @Autowired
    private Mappings mappings;

    @Autowired
    private Catalog catalog;

    private OrderDetails order(String channelOrderNo) {
        String number =
                merchant.call(() -> inbox.whereIs(channelOrderNo)).orderNumber().orElseThrow();
        return merchant.call(() -> orders.details(number)).orElseThrow();
    }

    private Contact receiver(String channelOrderNo) {
        return merchant.call(() -> orders.revealContact(order(channelOrderNo).id()))
                .orElseThrow();
    }

    private List<InboxSummary> about(String orderNo) {
        return merchant.call(() -> inbox.whereIs(orderNo)).payloads();
    }

    private List<InboxSummary> waiting() {
        return merchant.call(() ->
                        inbox.page(InboxFilter.of(Set.of(RawState.REJECTED, RawState.DEAD, RawState.FAILED)), null, 50))
                .rows();
    }

    @ParameterizedTest
    @ValueSource(strings = {"taobao", "douyin", "shopify"})
    void aPaidOrderComesInThroughAPull(String channel) {
        TestShop shop = simulated(channel);
        String number = issue(shop, "{\"count\":1,\"paid\":true,\"name\":\"陈晓蓉\",\"phone\":\"138 0013 8000\"}");
        pull(shop);

        OrderDetails order = order(number);
        assertThat(order.summary().payment()).isEqualTo(PaymentStatus.PAID);
        assertThat(order.channelOrderNo()).isEqualTo(number);
        assertThat(order.contactMasked()).isFalse();
        assertThat(receiver(number).name()).isEqualTo("陈晓蓉");
        assertThat(where(number)).isEqualTo(Whereabouts.Answer.APPLIED);
    }

    @ParameterizedTest
    @CsvSource({"taobao,/receiver_town", "douyin,/post_addr/street/name"})
    void anAddressThatWasGivenOutKeepsItsStreet(String channel, String where) {
        TestShop shop = simulated(channel);
        String number = issue(shop, "{\"paid\":true}");
        pull(shop);
        String street =
                simulator.get(shop.path() + "/orders/" + number).at(where).asString();
        assertThat(street).isNotBlank();
        assertThat(receiver(number).address().detail())
                .startsWith(street)
                .doesNotContain("*")
                .doesNotMatch(street + street + ".*")
                .hasSizeGreaterThan(street.length());
    }

    @Test
    void aLineThatThePlatformRefundsBeforeItLeavesIsNotSent() {
        TestShop shop = simulated("douyin");
        String number = issue(shop, "{\"paid\":true,\"lines\":2}");
        pull(shop);
        assertThat(order(number).lines()).hasSize(2);
        ArrayNode lines = simulator
                .get(shop.path() + "/orders/" + number)
                .withArray("sku_order_list")
                .deepCopy();
        ((ObjectNode) lines.get(0)).put("main_status", 21).put("order_status", 4);
        ((ObjectNode) lines.get(1)).putObject("after_sale_info").put("after_sale_status", 6);
        clock.advance(Duration.ofSeconds(2));
        simulator.post(shop.path() + "/orders/" + number + "/patch", "{\"sku_order_list\":" + lines + "}");
        simulator.post(shop.path() + "/orders/" + number + "/touched", "{}");
        pull(shop);
        OrderDetails order = order(number);
        assertThat(order.lines().getFirst().wanted()).isZero();
        assertThat(order.lines().getLast().refundAsked()).isTrue();
        assertThat(order.holds()).extracting(OrderDetails.Hold::code).contains("pieces-refunded", "refund-asked");
        assertThat(order.summary().anchor()).isEqualTo(Anchor.PAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"taobao", "douyin", "shopify"})
    void manyPagesAreReadWithoutLossAndReadAgainWithoutEffect(String channel) {
        TestShop shop = simulated(channel);
        int count = channel.equals("shopify") ? 260 : 120;
        simulator.post(shop.path() + "/orders", "{\"count\":" + count + ",\"lines\":1}");
        pull(shop);
        assertThat(orderCount()).isEqualTo(count);
        pull(shop);
        assertThat(merchant.call(() -> inbox.count(InboxFilter.of(Set.of(RawState.APPLIED)))))
                .isEqualTo(count);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aDouyinPushFetchesTheOrderItNames() {
        TestShop shop = shops.simulated(merchant, "douyin", simulator, "http://127.0.0.1:" + port + "/hooks/douyin");
        String number = issue(shop, "{\"paid\":true}");
        await().until(() -> !about(number).isEmpty());
        merchant.settle();
        assertThat(order(number).summary().payment()).isEqualTo(PaymentStatus.PAID);

        simulator.post(shop.path() + "/orders/" + number + "/cancelled", "{}");
        await().until(() -> {
            merchant.settle();
            return order(number).summary().anchor() == Anchor.CANCELLED;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "138 0013 8000", "+86 138-0013-8000", "008613800138000", "１３８００１３８０００"})
    void onePhoneInFiveSpellingsIsOnePhone(String spelling) {
        TestShop shop = simulated("shopify");
        String number = issue(shop, "{\"paid\":true,\"phone\":\"" + spelling + "\"}");
        pull(shop);
        assertThat(merchant.call(() -> orders.byPhone("13800138000")))
                .extracting(OrderSummary::number)
                .containsExactly(order(number).number());
    }

    @Test
    void theSameOrderByPushAndPullIsOneOrder() {
        TestShop shop = shops.simulated(merchant, "shopify", simulator, "http://127.0.0.1:" + port + "/hooks/shopify");
        String number = issue(shop, "{\"paid\":true}");
        await().until(() -> !about(number).isEmpty());
        pull(shop);
        assertThat(about(number)).allMatch(row -> row.state().inSystem());
        assertThat(orderCount()).isEqualTo(1);
    }

    @Test
    void anOlderVersionAfterANewerOneChangesNothing() {
        TestShop shop = simulated("shopify");
        String number = issue(shop, "{\"paid\":false}");
        String older = simulator.get(shop.path() + "/orders/" + number).toString();
        clock.advance(Duration.ofSeconds(2));
        simulator.post(shop.path() + "/orders/" + number + "/patch", "{\"updated_at\":\"2030-01-01T00:00:00Z\"}");
        simulator.post(shop.path() + "/orders/" + number + "/paid", "{}");
        push(shop, simulator.get(shop.path() + "/orders/" + number).toString());
        merchant.settle();
        push(shop, older);
        merchant.settle();
        assertThat(order(number).summary().payment()).isEqualTo(PaymentStatus.PAID);
        assertThat(about(number))
                .extracting(InboxSummary::state)
                .containsExactly(RawState.APPLIED, RawState.SUPERSEDED);
    }

    @Autowired
    private RawInbox rawInbox;

    private void push(TestShop shop, String body) {
        var parsed = JsonSlices.at(body.getBytes(StandardCharsets.UTF_8), "id");
        merchant.run(() -> rawInbox.receive(new RawMessage(
                shop.info().id(),
                shop.info().channel(),
                RawKind.ORDER,
                new String(parsed.orElseThrow()),
                "",
                "push",
                true,
                "application/json",
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void anItemWithoutASkuWaitsUntilItIsMapped() {
        TestShop shop = simulated("taobao");
        String one = issue(shop, "{\"sku\":\"NEW-1\",\"lines\":1,\"paid\":true}");
        String two = issue(shop, "{\"sku\":\"NEW-1\",\"lines\":2,\"paid\":true}");
        pull(shop);
        assertThat(waiting()).hasSize(2).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(RawState.REJECTED);
            assertThat(row.problemKind()).isEqualTo("UNMAPPED_ITEM");
            assertThat(row.waitingItem()).isEqualTo("NEW-1");
        });
        assertThat(where(one)).isEqualTo(Whereabouts.Answer.FAILED);

        UUID sku = merchant.call(() -> catalog.byCode("TEA-1")).orElseThrow().id();
        merchant.run(() -> repair.mapItem(shop.info().id(), "NEW-1", sku));
        merchant.settle();
        assertThat(waiting()).isEmpty();
        assertThat(about(two))
                .filteredOn(row -> row.kind() == RawKind.ORDER)
                .extracting(InboxSummary::state)
                .containsOnly(RawState.REPLAYED);
        assertThat(order(one).lines()).singleElement().satisfies(line -> assertThat(line.skuId())
                .isEqualTo(sku));
    }

    @Test
    void anItemWhoseCodeIsAddedToTheCatalogueGoesOnByItself() {
        TestShop shop = simulated("shopify");
        String number = issue(shop, "{\"sku\":\"NEW-2\",\"lines\":1,\"paid\":true}");
        pull(shop);
        assertThat(where(number)).isEqualTo(Whereabouts.Answer.FAILED);
        merchant.run(() ->
                assertThat(catalog.save(SaveSku.of("NEW-2", "新茶", 5900, "CNY"))).isInstanceOf(SaveSkuResult.class));
        merchant.settle();
        assertThat(where(number)).isEqualTo(Whereabouts.Answer.APPLIED);
    }

    @Test
    void aChangedInterfaceIsRepairedByANewMappingAndRunAgainForAllAlike() {
        TestShop shop = simulated("taobao");
        String patch = "\"patch\":{\"payment\":{\"value\":99.00,\"currency\":\"CNY\"}}";
        String one = issue(shop, "{\"paid\":true," + patch + "}");
        String two = issue(shop, "{\"paid\":true," + patch + "}");
        pull(shop);
        InboxSummary row = waiting().getFirst();
        assertThat(row.problemKind()).isEqualTo("TYPE_CHANGED");
        assertThat(row.problemField()).isEqualTo("amountDue");
        assertThat(merchant.call(() -> inbox.details(row.id())).orElseThrow().alike())
                .isEqualTo(2);

        String fixed = BuiltInMappings.document("taobao")
                .replace("amounts: text", "amounts: any")
                .replace("amountDue: payment", "amountDue: [payment.value, payment]")
                .replace("actualPaid: payment", "actualPaid: [payment.value, payment]");
        int draft = merchant.call(() -> mappings.draft("taobao", fixed));
        assertThat(merchant.call(() -> inbox.preview(row.id(), draft))
                        .orElseThrow()
                        .problems())
                .isEmpty();
        assertThat(where(one)).isEqualTo(Whereabouts.Answer.FAILED);

        merchant.run(() -> {
            assertThat(mappings.publish("taobao", "payment is an object now")).isEqualTo(2);
        });
        UUID run = merchant.call(() -> runs.rerun(row.reason().orElseThrow())).orElseThrow();
        merchant.settle();
        assertThat(merchant.call(() -> runs.progress(run)).orElseThrow().count(IntakeRunItemState.CREATED))
                .isEqualTo(2);
        assertThat(merchant.call(() -> inbox.details(row.id())).orElseThrow().attempts())
                .extracting(InboxAttempt::step)
                .containsExactly(InboxAttempt.Step.REJECTED, InboxAttempt.Step.RERUN, InboxAttempt.Step.WENT_IN);
        assertThat(where(one)).isEqualTo(Whereabouts.Answer.APPLIED);
        assertThat(order(two).money().paid()).isEqualTo(9900);
        assertThat(order(two).mappingVersion()).isEqualTo(2);
    }

    @Test
    void aMappingThatBreaksKeepsNoOtherOrderBack() {
        TestShop broken = simulated("taobao");
        TestShop sound = simulated("shopify");
        String document =
                BuiltInMappings.document("taobao").replaceFirst("(?m)^order:.*$", "order: ['\\$error(\"?\")']");
        merchant.run(() -> {
            mappings.draft("taobao", document);
            mappings.publish("taobao", "tried out");
        });
        String stuck = issue(broken, "{\"paid\":true}");
        String other = issue(sound, "{\"paid\":true}");
        clock.advance(Duration.ofSeconds(5));
        merchant.run(() -> {
            connections.pullNow(broken.info().id());
            connections.pullNow(sound.info().id());
        });
        merchant.settle();

        assertThat(where(other)).isEqualTo(Whereabouts.Answer.APPLIED);
        assertThat(where(stuck)).isEqualTo(Whereabouts.Answer.FAILED);
        assertThat(waiting()).singleElement().satisfies(row -> {
            assertThat(row.problemKind()).isEqualTo("EXPRESSION");
            assertThat(merchant.call(() -> inbox.details(row.id()))
                            .orElseThrow()
                            .current()
                            .problems())
                    .isNotEmpty();
        });
    }

    @Test
    void howAPayloadIsReadTellsNoContactData() {
        String text = """
                {"订单号": "A1", "下单时间": "2026-11-01 10:00:00", "收货人": "陈晓蓉", "手机": "13800138000", "详细地址": "文一西路1号3幢501室", "邮编": "310000",
                 "买家昵称": "tea-lover-77", "买家留言": "打 13800138000 找晓蓉", "卖家备注": "老客晓蓉", "标签": "vip"}""";
        PayloadReading reading = merchant.call(() -> inbox.tryOut("file", 1, text));
        assertThat(reading.trace())
                .filteredOn(trace -> !trace.value().isEmpty())
                .isNotEmpty();
        assertThat(reading.trace().toString())
                .contains("A1", "vip")
                .doesNotContain("晓蓉", "13800138000", "501", "310000", "tea-lover");
    }

    @Test
    void anUnknownStatusIsKeptAndShown() {
        TestShop shop = simulated("douyin");
        String number = issue(shop, "{\"paid\":true,\"patch\":{\"order_status\":777}}");
        pull(shop);
        assertThat(waiting()).singleElement().satisfies(row -> {
            assertThat(row.externalId()).isEqualTo(number);
            assertThat(row.problemKind()).isEqualTo("UNKNOWN_VALUE");
            assertThat(row.problemDetail()).isEqualTo("777");
        });
        merchant.run(() -> repair.discard(List.of(waiting().getFirst().id()), "test order of the platform"));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aBanStopsThePullAndItGoesOnWhereItWas() {
        TestShop shop = simulated("taobao");
        simulator.post(shop.path() + "/orders", "{\"count\":60,\"lines\":1,\"paid\":true}");
        simulator.post("/_sim/faults", "{\"channel\":\"taobao\",\"kind\":\"ban\",\"value\":30,\"count\":1}");
        pull(shop);
        assertThat(orderCount()).isZero();
        clock.advance(Duration.ofSeconds(40));
        simulator.post("/_sim/clock", "{\"offsetSeconds\":60}");
        merchant.settle();
        simulator.post("/_sim/clock", "{\"offsetSeconds\":0}");
        assertThat(orderCount()).isEqualTo(60);
    }

    @Test
    void aPlatformThatStumblesIsAskedAgain() {
        TestShop shop = simulated("douyin");
        String number = issue(shop, "{\"paid\":true}");
        simulator.post("/_sim/faults", "{\"channel\":\"douyin\",\"kind\":\"status\",\"value\":500,\"count\":2}");
        pull(shop);
        assertThat(where(number)).isEqualTo(Whereabouts.Answer.APPLIED);
    }

    @Test
    void anExpiredTokenIsToldAndARenewedOneGoesOn() {
        TestShop shop = simulated("douyin");
        String number = issue(shop, "{\"paid\":true}");
        simulator.post(shop.path() + "/token", "{\"token\":\"fresh\"}");
        pull(shop);
        assertThat(merchant.call(() -> connections.all())).singleElement().satisfies(sync -> {
            assertThat(sync.failures()).isEqualTo(1);
            assertThat(sync.problem()).contains("access-token-expired");
        });
        assertThat(merchant.call(() -> inbox.alerts(Instant.EPOCH)))
                .extracting(IntakeAlert::kind)
                .containsExactly(IntakeAlertKind.TOKEN_EXPIRED);
        merchant.run(() -> connections.renewToken(shop.info().id(), "fresh"));
        pull(shop);
        assertThat(where(number)).isEqualTo(Whereabouts.Answer.APPLIED);
    }

    @Test
    void withoutTheRightToDecryptAnOrderComesInMaskedAndIsOpenedLater() {
        TestShop shop = simulated("douyin");
        simulator.post(
                "/_sim/shops", """
                {"channel":"douyin","shopId":"%s","appKey":"%s","appSecret":"%s","token":"%s","decryptQuota":1,
                 "products":[{"sku":"TEA-1","name":"单丛","priceMinor":17800}]}""".formatted(shop.info().externalId(), shop.appKey(), shop.secret(), shop.token()));
        String number = issue(shop, "{\"paid\":true}");
        pull(shop);
        assertThat(order(number).contactMasked()).isTrue();

        simulator.post(
                "/_sim/shops", """
                {"channel":"douyin","shopId":"%s","appKey":"%s","appSecret":"%s","token":"%s","decryptQuota":-1,
                 "products":[{"sku":"TEA-1","name":"单丛","priceMinor":17800}]}""".formatted(shop.info().externalId(), shop.appKey(), shop.secret(), shop.token()));
        // half an hour later the platform's clock agrees
        clock.advance(Duration.ofMinutes(31));
        simulator.post("/_sim/clock", "{\"offsetSeconds\":1900}");
        merchant.settle();
        simulator.post("/_sim/clock", "{\"offsetSeconds\":0}");
        assertThat(order(number).contactMasked()).isFalse();
    }

    @Test
    void anotherMerchantSeesNothingOfIt() {
        TestShop shop = simulated("taobao");
        String number = issue(shop, "{\"paid\":true}");
        pull(shop);
        Merchant other = merchants.open();
        assertThat(other.call(() -> inbox.whereIs(number)).answer()).isEqualTo(Whereabouts.Answer.UNKNOWN);
        assertThat(other.call(() -> inbox.details(about(number).getFirst().id())))
                .isEmpty();
        assertThat(other.call(
                        () -> repair.rerun(List.of(about(number).getFirst().id()))))
                .isZero();
    }
}
