package com.dingshu.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.blueprints.DemoMerchant;
import com.dingshu.catalog.Catalog;
import com.dingshu.channels.InboxFilter;
import com.dingshu.channels.InboxQueries;
import com.dingshu.channels.InboxRepair;
import com.dingshu.channels.InboxSummary;
import com.dingshu.channels.IntakeAlert;
import com.dingshu.channels.IntakeAlertKind;
import com.dingshu.channels.RawState;
import com.dingshu.channels.connect.Digests;
import com.dingshu.identity.UserInfo;
import com.dingshu.identity.Users;
import com.dingshu.inventory.StockQueries;
import com.dingshu.orders.Anchor;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.OrderSummary;
import com.dingshu.orders.Orders;
import com.dingshu.orders.PaymentStatus;
import com.dingshu.shared.Ids;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.People;
import com.dingshu.testing.RunningHub;
import com.dingshu.testing.StockInvariants;
import com.dingshu.testing.TestClock;
import com.dingshu.testing.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the world sends that is wrong, from the wire to the order: each has a defined answer, nothing is lost, nothing is
 * doubled. One merchant for all; each test has orders and goods of its own.
 */
class BadInputIT extends RunningHub {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicLong NUMBER = new AtomicLong(5_000_000_000L);
    private static @Nullable DemoMerchant open;

    private DemoMerchant shop;

    @BeforeEach
    void aConnectedShop() {
        if (open == null) {
            open = DemoMerchant.copyOf("qinghe", beans, simulator(), address(""));
        }
        shop = open;
    }

    @AfterEach
    void theBooksAreRight() {
        assertThat(StockInvariants.violations(shop.merchant().id())).isEmpty();
    }

    @Test
    void theSameOrderFiftyTimesAtOnceIsOneOrderThatHoldsItsStockOnce() throws Exception {
        int before = committed("LJ-MQ-100");
        String id = nextId();
        byte[] body = order(id, "LJ-MQ-100", "2026-11-21T10:00:00Z", "paid", "13900000001");
        List<Future<Integer>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                answers.add(threads.submit(() -> push(body)));
            }
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
        shop.merchant().settle();
        assertThat(ordersOf("13900000001")).hasSize(1);
        assertThat(committed("LJ-MQ-100")).isEqualTo(before + 2);
    }

    @Test
    void anOlderVersionAfterANewerOneChangesNothing() {
        String id = nextId();
        push(order(id, "BLC-100", "2026-11-21T10:05:00Z", "paid", "13900000002"));
        shop.merchant().settle();
        push(order(id, "BLC-100", "2026-11-21T10:00:00Z", "pending", "13900000002"));
        shop.merchant().settle();
        assertThat(ordersOf("13900000002")).singleElement().satisfies(order -> assertThat(order.payment())
                .isEqualTo(PaymentStatus.PAID));
        assertThat(about(id)).extracting(InboxSummary::state).containsExactly(RawState.APPLIED, RawState.SUPERSEDED);
    }

    @Test
    void aTelephoneInFiveSpellingsIsOne() {
        for (String spelling :
                List.of("13900000003", "139 0000 0003", "+86 139-0000-0003", "008613900000003", "１３９０００００００３")) {
            push(order(nextId(), "HSMF-100", "2026-11-21T10:00:00Z", "paid", spelling));
        }
        shop.merchant().settle();
        assertThat(ordersOf("13900000003")).hasSize(5);
    }

    @Test
    void anUnknownStatusIsKeptShownAndTakesEffectNowhere() {
        String id = nextId();
        push(order(id, "BLC-100", "2026-11-21T10:00:00Z", "half_paid", "13900000004"));
        shop.merchant().settle();
        assertThat(about(id)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(RawState.REJECTED);
            assertThat(row.problemKind()).isEqualTo("UNKNOWN_VALUE");
            assertThat(row.problemDetail()).isEqualTo("half_paid");
        });
        assertThat(ordersOf("13900000004")).isEmpty();
    }

    @Test
    void anItemNobodyHasMappedWaitsAndBecomesOneOrderOnceItIsMapped() {
        String id = nextId();
        push(order(id, "MYSTERY-BOX", "2026-11-21T10:00:00Z", "paid", "13900000005"));
        shop.merchant().settle();
        assertThat(about(id)).singleElement().satisfies(row -> assertThat(row.waitingItem())
                .isEqualTo("MYSTERY-BOX"));
        UUID sku = sku("BLC-100");
        shop.merchant()
                .run(() -> bean(InboxRepair.class).mapItem(shop.shop("shopify").id(), "MYSTERY-BOX", sku));
        shop.merchant().settle();
        push(order(id, "MYSTERY-BOX", "2026-11-21T10:00:00Z", "paid", "13900000005"));
        shop.merchant().settle();
        assertThat(ordersOf("13900000005")).hasSize(1);
    }

    @Test
    void twoMegabytesAreAnOrderLikeAnyOther() {
        String id = nextId();
        String padded = text(order(id, "BLC-100", "2026-11-21T10:00:00Z", "paid", "13900000006"))
                .replaceFirst("\\{", "{\"landing_site\":\"" + "x".repeat(2_100_000) + "\",");
        assertThat(push(utf8(padded))).isEqualTo(200);
        shop.merchant().settle();
        assertThat(ordersOf("13900000006")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"shopify, 13900000041", "douyin, 13900000042"})
    void nineMegabytesAreRefusedToldOfAndFetchedInstead(String channel, String phone) {
        shop.merchant().settle();
        shop.sell(
                channel,
                "{\"paid\":true,\"lines\":1,\"sku\":\"BLC-100\",\"quantity\":1,\"silent\":true,\"phone\":\"" + phone
                        + "\"}");
        // platforms list a change some moments after it was made
        bean(TestClock.class).advance(Duration.ofSeconds(6));
        shop.merchant().settle();
        assertThat(ordersOf(phone)).as("nobody has told of it yet").isEmpty();
        byte[] body = utf8("{\"id\":" + nextId() + ",\"note\":\"" + "x".repeat(9_000_000) + "\"}");
        assertThat(channel.equals("douyin") ? pushAsDouyin(body) : push(body)).isEqualTo(413);
        assertThat(shop.merchant().call(() -> bean(InboxQueries.class).alerts(Instant.EPOCH)))
                .filteredOn(alert -> alert.shopId().equals(shop.shop(channel).id()))
                .extracting(IntakeAlert::kind)
                .contains(IntakeAlertKind.TOO_LARGE);
        shop.merchant().settle();
        assertThat(ordersOf(phone)).as("fetched").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":%s,\"line_items\":",
                "{\"id\":%s}",
                "{\"id\":%s,\"id\":%<s}",
                "{\"id\":%s,\"currency\":\"USD\",\"line_items\":[]}",
                "{\"id\":%s,\"total_price\":\"1e999999999\",\"currency\":\"USD\"}",
                "{\"id\":%s,\"note\":\"\\ud800\"}",
                "{\"id\":%s,\"created_at\":\"the day before yesterday\"}",
            })
    void whatCannotBeUnderstoodIsKeptAndShown(String pattern) {
        String id = nextId();
        assertThat(push(utf8(pattern.formatted(id)))).isEqualTo(200);
        shop.merchant().settle();
        assertThat(about(id)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(RawState.REJECTED);
            assertThat(row.problemKind()).isNotEmpty();
        });
    }

    @Test
    void aThousandLevelsAreKeptAndShown() {
        int before = rejected();
        assertThat(push(utf8("{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000))))
                .isEqualTo(200);
        shop.merchant().settle();
        assertThat(rejected()).isEqualTo(before + 1);
    }

    @Test
    void aScanOfAForeignParcelIsUnknown() {
        String waybill = packed("13900000007").waybillNo();
        Merchant other = bean(Merchants.class).open();
        UserInfo stranger = bean(People.class).hire(other, "warehouse-lead", "warehouse-worker");
        Visitor visitor = new Visitor(port).signedIn(other, stranger);
        assertThat(scan(visitor, stranger, waybill)).isEqualTo("UNKNOWN");
        assertThat(ordersOf("13900000007").getFirst().anchor()).isEqualTo(Anchor.PICKING);
    }

    @Test
    void aScanOfACancelledParcelIsRefusedAndMovesNoStock() {
        OrderSummary order = packed("13900000008");
        shop.merchant().run(() -> bean(Orders.class).cancel(order.id(), "买家取消"));
        int before = onHand("XYMJ-125");
        assertThat(scan(picker(), user("picker"), order.waybillNo())).isEqualTo("REFUSED");
        shop.merchant().settle();
        assertThat(onHand("XYMJ-125")).isEqualTo(before);
    }

    @Test
    void aScanOfAParcelThatHasLeftCountsOnce() {
        OrderSummary order = packed("13900000009");
        int before = onHand("XYMJ-125");
        assertThat(scan(picker(), user("picker"), order.waybillNo())).isEqualTo("TASK_COMPLETE");
        assertThat(scan(picker(), user("picker"), order.waybillNo())).isEqualTo("ALREADY_SCANNED");
        shop.merchant().settle();
        assertThat(onHand("XYMJ-125")).isEqualTo(before - 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"ops\":null}",
                "{\"ops\":[null]}",
                "{\"ops\":[{}]}",
                "{\"ops\":[{\"opId\":\"1\",\"kind\":\"PICK\"}]}",
                "{\"ops\":[{\"opId\":\"00000000-0000-0000-0000-000000000001\",\"kind\":\"DANCE\"}]}",
                "{\"ops\":[{\"opId\":\"00000000-0000-0000-0000-000000000001\",\"kind\":\"PICK\",\"code\":\"\",\"at\":\"now\"}]}",
            })
    void aDeviceThatSendsNonsenseIsToldSo(String body) {
        HttpResponse<String> answer = picker().post("/h5/api/ops", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
    }

    /** An order of two pieces, picked and packed, with its waybill. */
    private OrderSummary packed(String phone) {
        push(order(nextId(), "XYMJ-125", "2026-11-21T10:00:00Z", "paid", phone));
        shop.merchant().settle();
        OrderSummary order = ordersOf(phone).getFirst();
        Visitor picker = picker();
        UserInfo user = user("picker");
        for (String kind : List.of("PICK", "PACK")) {
            for (int piece = 0; piece < 2; piece++) {
                assertThat(op(picker, user, kind, task(picker, order.number()), "XYMJ-125"))
                        .isIn("ACCEPTED", "TASK_COMPLETE");
            }
        }
        shop.merchant().settle();
        return ordersOf(phone).getFirst();
    }

    private static String task(Visitor visitor, String number) {
        return Visitor.json(visitor.get("/h5/api/tasks"))
                .path("tasks")
                .valueStream()
                .filter(task -> task.path("orderNumber").asString().equals(number))
                .map(task -> task.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private static String scan(Visitor visitor, UserInfo user, @Nullable String waybill) {
        return op(visitor, user, "OUTBOUND", null, String.valueOf(waybill));
    }

    private static String op(Visitor visitor, UserInfo user, String kind, @Nullable String task, String code) {
        String body = """
                {"ops":[{"opId":"%s","userId":"%s","kind":"%s","taskId":%s,"code":"%s","at":"2026-11-21T10:00:00Z"}]}""".formatted(Ids.next(), user.id(), kind, task == null ? "null" : "\"" + task + "\"", code);
        return Visitor.json(visitor.post("/h5/api/ops", body))
                .path("results")
                .path(0)
                .path("result")
                .asString();
    }

    private Visitor picker() {
        Visitor picker = new Visitor(port);
        picker.signIn(shop.slug(), "picker", shop.password());
        return picker;
    }

    private UserInfo user(String login) {
        return shop.merchant().call(() -> bean(Users.class).list()).stream()
                .filter(known -> known.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    private int pushAsDouyin(byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(address("/hooks/douyin")))
                .header("Content-Type", "application/json")
                .header("app-id", String.valueOf(shop.credentials("douyin").get("appKey")))
                .header("event-sign", "0123456789abcdef0123456789abcdef")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    private int push(byte[] body) {
        String secret = shop.credentials("shopify").get("appSecret");
        String sign =
                Base64.getEncoder().encodeToString(Digests.hmac(Digests.HMAC_SHA256, String.valueOf(secret), body));
        return send(HttpRequest.newBuilder(URI.create(address("/hooks/shopify")))
                .header("Content-Type", "application/json")
                .header("X-Shopify-Shop-Domain", shop.shop("shopify").externalId())
                .header("X-Shopify-Topic", "orders/updated")
                .header("X-Shopify-Hmac-Sha256", sign)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    private static int send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Two pieces of one item. */
    private static byte[] order(String id, String sku, String modified, String status, String phone) {
        return utf8("""
                {"id":%s,"name":"#%s","created_at":"2026-11-21T09:59:00Z","updated_at":"%s","processed_at":"2026-11-21T09:59:00Z",
                "currency":"USD","financial_status":"%s","total_price":"50.00","subtotal_price":"50.00","total_line_items_price":"50.00",
                "total_discounts":"0.00","total_tax":"0.00","customer":{"id":%s},
                "shipping_address":{"name":"周静","phone":"%s","address1":"文三路 478 号","city":"杭州市","province":"浙江省","country_code":"CN","zip":"310000"},
                "line_items":[{"id":1,"sku":"%s","title":"tea","quantity":2,"price":"25.00"}]}""".formatted(id, id, modified, status, id, phone, sku));
    }

    private static String nextId() {
        return Long.toString(NUMBER.incrementAndGet());
    }

    private List<OrderSummary> ordersOf(String phone) {
        return shop.merchant().call(() -> bean(OrderQueries.class).byPhone(phone));
    }

    private List<InboxSummary> about(String id) {
        return shop.merchant().call(() -> bean(InboxQueries.class).whereIs(id)).payloads();
    }

    private int rejected() {
        return shop.merchant().call(() -> bean(InboxQueries.class).count(InboxFilter.of(Set.of(RawState.REJECTED))));
    }

    private UUID sku(String code) {
        return shop.merchant()
                .call(() -> bean(Catalog.class).byCode(code))
                .orElseThrow()
                .id();
    }

    private int committed(String code) {
        return figures(code).committed();
    }

    private int onHand(String code) {
        return figures(code).onHand();
    }

    private com.dingshu.inventory.StockFigures figures(String code) {
        UUID id = sku(code);
        Map<UUID, com.dingshu.inventory.StockFigures> all =
                shop.merchant().call(() -> bean(StockQueries.class).figures(List.of(id)));
        return java.util.Objects.requireNonNull(all.get(id));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
