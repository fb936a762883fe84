package com.dingshu.channels.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.channels.SignVectors;
import com.dingshu.channels.mapping.MappingResult.Mapped;
import com.dingshu.channels.mapping.MappingResult.Unmappable;
import com.dingshu.orders.SnapshotAmounts;
import com.dingshu.orders.SnapshotReceiver;
import com.dingshu.orders.SourceStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MappingTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Mapping TAOBAO = Mapping.parse(BuiltInMappings.document("taobao"));
    private static final Mapping DOUYIN = Mapping.parse(BuiltInMappings.document("douyin"));
    private static final Mapping SHOPIFY = Mapping.parse(BuiltInMappings.document("shopify"));

    private static MapContext context() {
        return new MapContext("CNY", Map.of(), "test");
    }

    private static OrderDraft mapped(Mapping mapping, byte[] payload, MapContext context) {
        MappingResult result = mapping.map(payload, context);
        assertThat(result).isInstanceOf(Mapped.class);
        return ((Mapped) result).draft();
    }

    private static Problem problem(Mapping mapping, String payload) {
        return problem(mapping, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem problem(Mapping mapping, byte[] payload) {
        MappingResult result = mapping.map(payload, context());
        assertThat(result).isInstanceOf(Unmappable.class);
        return ((Unmappable) result).first();
    }

    private static String taobaoWith(String pointer, @Nullable String json) {
        JsonNode root = JSON.readTree(SignVectors.bytes("taobao/trade_fullinfo_get.json"));
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        ObjectNode target = (ObjectNode) root.at("/trade_fullinfo_get_response/trade" + parent);
        if (json == null) {
            target.remove(name);
        } else {
            target.set(name, JSON.readTree(json));
        }
        return JSON.writeValueAsString(root);
    }

    @Nested
    class TheMoneyOfShopify {

        private static SnapshotAmounts amounts(String total, String lines, String shipping) {
            String body = """
                {"id": 1, "created_at": "2026-01-04T12:00:00Z", "financial_status": "paid", "currency": "USD",
                 "total_price": "%s", "line_items": [%s], "shipping_lines": [%s]}""".formatted(total, lines, shipping);
            return mapped(SHOPIFY, body.getBytes(StandardCharsets.UTF_8), context())
                    .amounts();
        }

        private static String line(String discounts) {
            return """
                {"id": 7, "sku": "TEA", "title": "Tea", "quantity": 2, "price": "10.00", %s}""".formatted(discounts);
        }

        @Test
        void aDiscountThatIsNamedTwiceLowersTheLineOnce() {
            String line = line("\"total_discount\": \"5.00\", \"discount_allocations\": [{\"amount\": \"5.00\"}]");

            assertThat(amounts("15.00", line, "")).isEqualTo(new SnapshotAmounts(2000, 0, 500, 0, 0, 0, 0, 1500, 1500));
        }

        @Test
        void theOlderFigureOfALineCountsWhereNothingIsAllocated() {
            String line = line("\"total_discount\": \"5.00\", \"discount_allocations\": []");

            assertThat(amounts("15.00", line, "")).isEqualTo(new SnapshotAmounts(2000, 500, 0, 0, 0, 0, 0, 1500, 1500));
        }

        @Test
        void freightIsWhatIsLeftOfItAfterItsOwnDiscount() {
            String line = line("\"discount_allocations\": []");
            String free = "{\"price\": \"8.00\", \"discounted_price\": \"0.00\"}";

            assertThat(amounts("20.00", line, free)).isEqualTo(new SnapshotAmounts(2000, 0, 0, 0, 0, 0, 0, 2000, 2000));
            assertThat(amounts("28.00", line, "{\"price\": \"8.00\"}").freightMinor())
                    .isEqualTo(800);
        }
    }

    @Nested
    class TheSamples {

        @Test
        void aTaobaoTradeKeepsItsIdAndItsMoneyToTheFen() {
            OrderDraft order = mapped(TAOBAO, SignVectors.bytes("taobao/trade_fullinfo_get.json"), context());

            assertThat(order.channelOrderNo()).isEqualTo("4312889922001234567");
            assertThat(order.status()).isEqualTo(SourceStatus.PAID);
            assertThat(order.orderedAt()).isEqualTo(Instant.parse("2026-01-04T11:58:12Z"));
            assertThat(order.paidAt()).isEqualTo(Instant.parse("2026-01-04T12:00:03Z"));
            assertThat(order.sourceModifiedAt()).isEqualTo(Instant.parse("2026-01-04T12:00:05Z"));
            assertThat(order.amounts()).isEqualTo(new SnapshotAmounts(11800, 0, 1900, 0, 0, 0, 0, 9900, 9900));
            assertThat(order.lines()).singleElement().satisfies(line -> {
                assertThat(line.lineNo()).isEqualTo("4312889922001234568");
                assertThat(line.itemKey()).isEqualTo("BTL-240-PINK");
                assertThat(line.quantity()).isEqualTo(2);
                assertThat(line.unitPriceMinor()).isEqualTo(5900);
                assertThat(line.orderDiscountShareMinor()).isEqualTo(1900L);
                assertThat(line.paidMinor()).isEqualTo(9900L);
            });
            assertThat(order.receiver())
                    .isEqualTo(new SnapshotReceiver(
                            "张**", "*******0001", "CN", "浙江省", "杭州市", "余杭区", "仓前街道文****路***号", "310000", true));
            assertThat(order.buyerNote()).isEqualTo("周末配送");
            assertThat(order.ext()).containsKey("oaid").containsEntry("promotions", "店铺优惠券");
        }

        @Test
        void whatThePlatformDecryptedTakesThePlaceOfTheMask() {
            MapContext open = new MapContext(
                    "CNY", Map.of("customerName", "张三", "receiverPhone", "18877771111-123", "address", "文一西路1号"), "p");
            SnapshotReceiver receiver =
                    Objects.requireNonNull(mapped(TAOBAO, SignVectors.bytes("taobao/trade_fullinfo_get.json"), open)
                            .receiver());

            assertThat(receiver.name()).isEqualTo("张三");
            assertThat(receiver.phone()).isEqualTo("18877771111-123");
            assertThat(receiver.detail()).isEqualTo("文一西路1号");
            assertThat(receiver.masked()).isFalse();
        }

        @Test
        void aDouyinOrderIsReadInFenAndSeconds() {
            OrderDraft order = mapped(DOUYIN, SignVectors.bytes("douyin/order_orderDetail.json"), context());

            assertThat(order.channelOrderNo()).isEqualTo("6930504568556819833");
            assertThat(order.status()).isEqualTo(SourceStatus.PAID);
            assertThat(order.paidAt()).isEqualTo(Instant.ofEpochSecond(1767528003));
            assertThat(order.shipBy()).isEqualTo(Instant.ofEpochSecond(1767700803));
            assertThat(order.amounts()).isEqualTo(new SnapshotAmounts(11800, 0, 1900, 0, 0, 0, 0, 9900, 9900));
            assertThat(order.lines()).singleElement().satisfies(line -> {
                assertThat(line.itemKey()).isEqualTo("BTL-240-PINK");
                assertThat(line.spec()).isEqualTo("颜色:粉色;容量:240ml");
                assertThat(line.ext()).containsEntry("liveRoomId", "7590000000000000001");
            });
            assertThat(Objects.requireNonNull(order.payment()).method()).isEqualTo("alipay");
            assertThat(Objects.requireNonNull(order.receiver()).masked()).isTrue();
            assertThat(order.ext()).containsEntry("liveRoomId", "7590000000000000001");
        }

        @Test
        void aShopifyOrderThatWasCancelledIsCancelledInItsOwnCurrency() {
            OrderDraft order = mapped(SHOPIFY, SignVectors.bytes("shopify/order.json"), context());

            assertThat(order.channelOrderNo()).isEqualTo("123456");
            assertThat(order.status()).isEqualTo(SourceStatus.CANCELLED);
            assertThat(order.currency()).isEqualTo("USD");
            assertThat(order.lines()).extracting(LineDraft::itemKey).containsExactly("111475476", "5410685889");
            assertThat(order.amounts()).isEqualTo(new SnapshotAmounts(500, 500, 0, 0, 0, 1000, 0, 1000, 0));
            assertThat(Objects.requireNonNull(order.receiver()).name()).isEqualTo("Steve Shipper");
        }

        @Test
        void aSnapshotNeedsASkuForEveryItem() {
            OrderDraft order = mapped(TAOBAO, SignVectors.bytes("taobao/trade_fullinfo_get.json"), context());
            UUID sku = UUID.randomUUID();

            assertThat(order.unmapped(Map.of())).singleElement().satisfies(p -> assertThat(p.kind())
                    .isEqualTo(Problem.Kind.UNMAPPED_ITEM));
            assertThat(order.snapshot(UUID.randomUUID(), "taobao", UUID.randomUUID(), Map.of("BTL-240-PINK", sku))
                            .lines())
                    .singleElement()
                    .satisfies(line -> assertThat(line.skuId()).isEqualTo(sku));
        }
    }

    @Nested
    class WhenAPayloadIsNotAsItShouldBe {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                /status                          | "WAIT_FOR_MARS"                       | UNKNOWN_VALUE | status
                /status                          | null                                  | MISSING       | status
                /payment                         | {"value":356.00,"currency":"CNY"}     | TYPE_CHANGED  | amountDue
                /payment                         | 99.00                                 | TYPE_CHANGED  | amountDue
                /payment                         | ["99.00"]                             | TYPE_CHANGED  | amountDue
                /payment                         | "99.999"                              | BAD_VALUE     | amountDue
                /payment                         | "abc"                                 | BAD_VALUE     | amountDue
                /payment                         | "-1.00"                               | OUT_OF_RANGE  | amountDue
                /payment                         | "1e999"                               | OUT_OF_RANGE  | amountDue
                /modified                        | "04/01/2026"                          | BAD_VALUE     | sourceModifiedAt
                /modified                        | null                                  | MISSING       | sourceModifiedAt
                /created                         | "9999-12-31 00:00:00"                 | OUT_OF_RANGE  | orderedAt
                /tid_str                         | {"a":1}                               | TYPE_CHANGED  | channelOrderNo
                /orders                          | null                                  | MISSING       | lines
                /orders/order                    | []                                    | MISSING       | lines
                /orders/order                    | "none"                                | TYPE_CHANGED  | lines
                /orders/order/0/num              | 0                                     | OUT_OF_RANGE  | lines[0].quantity
                /orders/order/0/num              | -1                                    | OUT_OF_RANGE  | lines[0].quantity
                /orders/order/0/num              | 1.5                                   | BAD_VALUE     | lines[0].quantity
                /orders/order/0/num              | 2147483648                            | OUT_OF_RANGE  | lines[0].quantity
                /orders/order/0/num              | "1e400"                               | OUT_OF_RANGE  | lines[0].quantity
                /orders/order/0/price            | "-59.00"                              | OUT_OF_RANGE  | lines[0].unitPrice
                /orders/order/0/price            | null                                  | MISSING       | lines[0].unitPrice
                """)
        void itSaysWhichFieldAndWhy(String pointer, String value, Problem.Kind kind, String field) {
            Problem problem = problem(TAOBAO, taobaoWith(pointer, value));
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.field()).isEqualTo(field);
        }

        @Test
        void aLineWithoutAnyItemKeyIsMissingItsSku() {
            JsonNode root = JSON.readTree(SignVectors.bytes("taobao/trade_fullinfo_get.json"));
            ObjectNode line = (ObjectNode) root.at("/trade_fullinfo_get_response/trade/orders/order/0");
            line.remove(List.of("outer_sku_id", "outer_iid", "sku_id", "num_iid"));

            assertThat(problem(TAOBAO, JSON.writeValueAsString(root)))
                    .isEqualTo(new Problem(
                            "lines[0].skuCode",
                            Problem.Kind.MISSING,
                            "",
                            "outer_sku_id | outer_iid | sku_id | num_iid"));
        }

        @Test
        void anIdThatBecameAFractionIsRefused() {
            JsonNode root = JSON.readTree(SignVectors.bytes("taobao/trade_fullinfo_get.json"));
            ObjectNode trade = (ObjectNode) root.at("/trade_fullinfo_get_response/trade");
            trade.remove("tid_str");
            String json = JSON.writeValueAsString(root).replaceFirst("\"tid\":\\d+", "\"tid\":4.312889922001235e18");

            assertThat(problem(TAOBAO, json).kind()).isEqualTo(Problem.Kind.DIGITS_LOST);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                {"trade":                        | BROKEN
                not json                         | BROKEN
                {"trade":{}} x                   | BROKEN
                7                                | NO_ORDER
                null                             | NO_ORDER
                []                               | NO_ORDER
                {"other":{}}                     | NO_ORDER
                {"trade":[]}                     | NO_ORDER
                {"trade":{"tid":1,"tid":2}}      | DUPLICATE_KEY
                """)
        void thereIsAnAnswerForEveryBrokenBody(String body, Problem.Kind kind) {
            assertThat(problem(TAOBAO, body).kind()).isEqualTo(kind);
        }

        @Test
        void anEmptyBodyIsBroken() {
            assertThat(problem(TAOBAO, "").kind()).isEqualTo(Problem.Kind.BROKEN);
        }

        @Test
        void bytesOfAnotherEncodingAreBroken() {
            byte[] gbk = "{\"trade\":{\"title\":\"奶瓶\"}}".getBytes(java.nio.charset.Charset.forName("GB18030"));
            assertThat(problem(TAOBAO, gbk).kind()).isEqualTo(Problem.Kind.BROKEN);
        }

        @Test
        void aThousandLevelsAreTooMany() {
            assertThat(problem(TAOBAO, "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000))
                            .kind())
                    .isEqualTo(Problem.Kind.TOO_COMPLEX);
        }

        @Test
        void aNumberOfAThousandDigitsIsTooLong() {
            assertThat(problem(TAOBAO, "{\"trade\":{\"x\":" + "9".repeat(1_000) + "}}")
                            .kind())
                    .isEqualTo(Problem.Kind.TOO_COMPLEX);
        }

        @Test
        void controlCharactersAndLoneSurrogatesDoNotReachTheOrder() {
            OrderDraft order = mapped(
                    TAOBAO,
                    taobaoWith("/buyer_message", "\"NOTE\"")
                            .replace("NOTE", "早\\u0000上\\ud800好\\r\\n")
                            .getBytes(StandardCharsets.UTF_8),
                    context());
            assertThat(order.buyerNote()).isEqualTo("早上\uFFFD好");
        }

        @Test
        void newFieldsAreNoProblem() {
            mapped(TAOBAO, taobaoWith("/brand_new", "{\"deep\":[1,2]}").getBytes(StandardCharsets.UTF_8), context());
        }

        @Test
        void aBlankedReceiverIsNoReceiver() {
            JsonNode root = JSON.readTree(SignVectors.bytes("taobao/trade_fullinfo_get.json"));
            ObjectNode trade = (ObjectNode) root.at("/trade_fullinfo_get_response/trade");
            for (String name : List.of("receiver_name", "receiver_mobile", "receiver_address", "receiver_town")) {
                trade.put(name, "");
            }
            trade.remove("receiver_phone");
            assertThat(mapped(TAOBAO, JSON.writeValueAsBytes(root), context()).receiver())
                    .isNull();
        }

        @Test
        void everyProblemIsToldNotOnlyTheFirst() {
            String json = taobaoWith("/payment", "{\"value\":1}")
                    .replace("\"divide_order_fee\":\"99.00\"", "\"divide_order_fee\":{}");
            MappingResult result = TAOBAO.map(json.getBytes(StandardCharsets.UTF_8), context());
            assertThat(((Unmappable) result).problems())
                    .extracting(Problem::field)
                    .contains("amountDue", "actualPaid", "lines[0].linePaid");
        }
    }

    @Nested
    class ADocument {

        @Test
        void canBeRepairedByAnotherVersionOfItself() {
            String fixed = BuiltInMappings.document("taobao")
                    .replace("version: 1", "version: 2")
                    .replace("amounts: text", "amounts: any")
                    .replace("amountDue: payment", "amountDue: [payment.value, payment]")
                    .replace("actualPaid: payment", "actualPaid: [payment.value, payment]");
            String changed = taobaoWith("/payment", "{\"value\":99.00,\"currency\":\"CNY\"}");

            OrderDraft order = mapped(Mapping.parse(fixed), changed.getBytes(StandardCharsets.UTF_8), context());
            assertThat(order.amounts().actualPaidMinor()).isEqualTo(9900);
            assertThat(order.mappingVersion()).isEqualTo(2);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                version: 1                   | version: x                | version
                freight: post_fee            | frieght: post_fee         | frieght
                freight: post_fee            | freight: {form: post_fee} | form
                orderedAt: created           | buyerNick: created        | orderedAt
                WAIT_BUYER_PAY: UNPAID       | WAIT_BUYER_PAY: WAITING   | WAITING
                freight: post_fee            | freight: $sum(            | $sum(
                money: units                 | money: pounds             | pounds
                """)
        void thatIsWrongSaysWhere(String part, String instead, String named) {
            String wrong = BuiltInMappings.document("taobao").replace(part, instead);
            assertThatThrownBy(() -> Mapping.parse(wrong))
                    .isInstanceOf(MappingFault.class)
                    .hasMessageContaining(named);
        }

        @ParameterizedTest
        @EnumSource(MappingFault.Kind.class)
        void thatIsWrongIsToldInBothLanguages(MappingFault.Kind kind) throws IOException {
            for (String language : List.of("zh", "en")) {
                Properties texts = new Properties();
                try (var file = Files.newBufferedReader(
                        Path.of("src/main/resources/texts/channels_" + language + ".properties"))) {
                    texts.load(file);
                }
                assertThat(texts.getProperty(kind.key())).as(kind.key()).isNotBlank();
            }
        }

        @Test
        void thatLoopsForeverIsStopped() {
            String endless = BuiltInMappings.document("taobao")
                    .replace("freight: post_fee", "freight: '($f := function($x){$f($x + 1)}; $f(1))'");
            MappingResult result =
                    Mapping.parse(endless).map(SignVectors.bytes("taobao/trade_fullinfo_get.json"), context());
            assertThat(((Unmappable) result).first().kind()).isEqualTo(Problem.Kind.EXPRESSION);
        }

        @Test
        void tellsHowEachFieldWasRead() {
            Payload.Readable payload = (Payload.Readable)
                    Payload.read(taobaoWith("/payment", "{\"value\":1}").getBytes(StandardCharsets.UTF_8));
            assertThat(TAOBAO.trace(payload.content(), context()))
                    .anySatisfy(t -> {
                        assertThat(t.field()).isEqualTo("channelOrderNo");
                        assertThat(t.value()).isEqualTo("4312889922001234567");
                        assertThat(t.problem()).isNull();
                    })
                    .anySatisfy(t -> {
                        assertThat(t.field()).isEqualTo("amountDue");
                        assertThat(t.problem()).isNotNull();
                    });
        }
    }

    @Nested
    class ADocumentThatBreaks {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "order: [order, $] | order: ['$error(\"x\")']",
                    "from: line_items | from: '$error(\"x\")'",
                    "currency: currency | currency: 'note + 1'",
                    "actualPaid: total_price | actualPaid: {from: absent, default: none}",
                    "channelOrderNo: id | channelOrderNo: '($f := function($n) { $f($n + 1) + 1 }; $f(1))'"
                })
        void isAProblemOfThePayloadAndOfNothingElse(String was, String is) {
            String document = BuiltInMappings.document("shopify");
            assertThat(document).contains(was);
            Mapping broken = Mapping.parse(document.replace(was, is));
            byte[] order = SignVectors.bytes("shopify/order.json");
            assertThat(problem(broken, order).kind()).isEqualTo(Problem.Kind.EXPRESSION);
            assertThat(broken.trace(JSON.readValue(order, Map.class), context()))
                    .isNotNull();
        }
    }
}
