package com.dingshu.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.channels.ConnectedShops.TestShop;
import com.dingshu.channels.connect.Digests;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.TestClock;
import com.dingshu.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class HookIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Merchants merchants;

    @Autowired
    private ConnectedShops shops;

    @Autowired
    private InboxQueries inbox;

    @Autowired
    private Connections connections;

    @Autowired
    private TestClock clock;

    private Merchant merchant;

    @BeforeEach
    void open() {
        merchant = merchants.open();
    }

    private HttpResponse<String> post(String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .POST(BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> shopify(TestShop shop, byte[] body) {
        String sign = Base64.getEncoder().encodeToString(Digests.hmac(Digests.HMAC_SHA256, shop.secret(), body));
        return post(
                "/hooks/shopify",
                body,
                "X-Shopify-Shop-Domain",
                shop.info().externalId(),
                "X-Shopify-Topic",
                "orders/create",
                "X-Shopify-Webhook-Id",
                "w-1",
                "X-Shopify-Hmac-Sha256",
                sign);
    }

    private HttpResponse<String> douyin(TestShop shop, byte[] body) {
        String sign = Digests.lowerHex(Digests.md5(Digests.bytes(shop.appKey()), body, Digests.bytes(shop.secret())));
        return post("/hooks/douyin", body, "app-id", shop.appKey(), "event-sign", sign);
    }

    private List<InboxSummary> stored() {
        return merchant.call(() -> inbox.page(InboxFilter.of(Set.of(RawState.values())), null, 100))
                .rows();
    }

    private void assertAlerts(IntakeAlertKind kind, int times) {
        assertThat(merchant.call(() -> inbox.alerts(Instant.EPOCH)))
                .filteredOn(alert -> alert.kind() == kind)
                .singleElement()
                .satisfies(alert -> assertThat(alert.times()).isEqualTo(times));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] event(TestShop shop, String orderNo, String messageId) {
        return utf8("""
                [{"tag":"101","msg_id":"%s","data":"{\\"p_id\\":%s,\\"shop_id\\":%s}"},{"tag":"0","msg_id":"x","data":"2026-01-04"}]""".formatted(messageId, orderNo, shop.info().externalId()));
    }

    @Nested
    class AShopifyWebhook {

        private TestShop shop;

        @BeforeEach
        void connect() {
            shop = shops.open(merchant, "shopify", "http://127.0.0.1:1", false);
        }

        @Test
        void isStoredAndAnsweredAtOnce() {
            assertThat(shopify(shop, SignVectors.bytes("shopify/order.json")).statusCode())
                    .isEqualTo(200);
            assertThat(stored()).singleElement().satisfies(row -> {
                assertThat(row.externalId()).isEqualTo("123456");
                assertThat(row.state()).isEqualTo(RawState.RECEIVED);
            });
        }

        @Test
        void isKeptByteForByteAndEncrypted() throws SQLException {
            byte[] body = SignVectors.bytes("shopify/order.json");
            shopify(shop, body);
            InboxDetails details =
                    merchant.call(() -> inbox.details(stored().getFirst().id())).orElseThrow();
            assertThat(merchant.call(() -> inbox.reveal(details.summary().id())).orElseThrow())
                    .isEqualTo(body);
            assertThat(details.payload().toString()).contains("Soda").doesNotContain("Steve", "jon@doe.ca", "555-555");
            assertThat(details.headers()).containsEntry("X-Shopify-Webhook-Id", "w-1");
            try (var connection = TestDatabase.connect();
                    var rows = connection
                            .createStatement()
                            .executeQuery("select body from raw_payload where tenant_id = " + merchant.id())) {
                assertThat(rows.next()).isTrue();
                assertThat(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1))
                        .doesNotContain("Steve");
            }
        }

        @Test
        void withAWrongOrNoSignatureIsRefusedAndToldOf() {
            byte[] body = utf8("{\"id\":1}");
            String domain = shop.info().externalId();
            assertThat(post("/hooks/shopify", body, "X-Shopify-Shop-Domain", domain)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(post("/hooks/shopify", body, "X-Shopify-Shop-Domain", domain, "X-Shopify-Hmac-Sha256", "AAAA")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(post("/hooks/shopify", body, "X-Shopify-Hmac-Sha256", "AAAA")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(stored()).isEmpty();
            assertThat(merchant.call(() -> inbox.alerts(Instant.EPOCH)))
                    .extracting(IntakeAlert::kind)
                    .containsExactly(IntakeAlertKind.BAD_SIGNATURE);
        }

        @Test
        void forAnUnknownShopIsNotFoundAndLearnsNothing() {
            HttpResponse<String> response = post(
                    "/hooks/shopify",
                    utf8("{}"),
                    "X-Shopify-Shop-Domain",
                    "nobody.myshopify.com",
                    "X-Shopify-Hmac-Sha256",
                    "AAAA");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).isEmpty();
            assertThat(post("/hooks/else", utf8("{}")).statusCode()).isEqualTo(404);
        }

        @Test
        void ofTwoMegabytesIsTaken() {
            byte[] body = utf8("{\"id\":7,\"note\":\"" + "x".repeat(2_100_000) + "\"}");
            assertThat(shopify(shop, body).statusCode()).isEqualTo(200);
            assertThat(stored()).hasSize(1);
        }

        @Test
        void ofNineMegabytesIsRefusedAndNeverInSilence() {
            byte[] body = utf8("{\"id\":7,\"note\":\"" + "x".repeat(9_000_000) + "\"}");
            assertThat(shopify(shop, body).statusCode()).isEqualTo(413);
            assertThat(stored()).isEmpty();
            assertThat(merchant.call(() -> inbox.alerts(Instant.EPOCH)))
                    .singleElement()
                    .satisfies(alert -> {
                        assertThat(alert.kind()).isEqualTo(IntakeAlertKind.TOO_LARGE);
                        assertThat(alert.detail()).isEqualTo(body.length + " bytes");
                    });
        }

        @Test
        void thatIsCompressedIsRefused() {
            assertThat(post(
                                    "/hooks/shopify",
                                    new byte[] {31, -117},
                                    "Content-Encoding",
                                    "gzip",
                                    "X-Shopify-Shop-Domain",
                                    shop.info().externalId(),
                                    "X-Shopify-Hmac-Sha256",
                                    "AAAA")
                            .statusCode())
                    .isEqualTo(415);
            assertAlerts(IntakeAlertKind.COMPRESSED, 1);
        }

        @Test
        void withoutASignatureIsToldOf() {
            assertThat(post(
                                    "/hooks/shopify",
                                    utf8("{}"),
                                    "X-Shopify-Shop-Domain",
                                    shop.info().externalId())
                            .statusCode())
                    .isEqualTo(401);
            assertAlerts(IntakeAlertKind.BAD_SIGNATURE, 1);
        }

        @Test
        void announcedAsHugeIsRefusedUnread() throws IOException {
            // only the head is sent: an answer can come only if the body is not waited for
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setSoTimeout(5_000);
                socket.getOutputStream().write(utf8("""
                        POST /hooks/shopify HTTP/1.1\r
                        Host: 127.0.0.1\r
                        Content-Length: 50000000\r
                        X-Shopify-Shop-Domain: %s\r
                        X-Shopify-Hmac-Sha256: AAAA\r
                        \r
                        """.formatted(shop.info().externalId())));
                socket.getOutputStream().flush();
                String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                assertThat(answer).isEqualTo("HTTP/1.1 413");
            }
            assertAlerts(IntakeAlertKind.TOO_LARGE, 1);
        }

        @Test
        void thatIsTooLargeForcesOnePullAMinuteAtMost() {
            TestShop pulled = shops.open(merchant, "shopify", "http://127.0.0.1:1", true);
            merchant.settle();
            byte[] body = utf8("{\"id\":7,\"note\":\"" + "x".repeat(6_000_000) + "\"}");

            clock.advance(Duration.ofSeconds(5));
            assertThat(shopify(pulled, body).statusCode()).isEqualTo(413);
            Instant first = clock.instant();
            assertThat(nextPull(pulled)).isBeforeOrEqualTo(first);
            merchant.settle();

            for (int i = 0; i < 3; i++) {
                clock.advance(Duration.ofSeconds(3));
                assertThat(shopify(pulled, body).statusCode()).isEqualTo(413);
                assertThat(nextPull(pulled)).isAfter(clock.instant()).isBeforeOrEqualTo(first.plusSeconds(61));
            }
            clock.advance(Duration.ofSeconds(120));
            assertThat(shopify(pulled, body).statusCode()).isEqualTo(413);
            assertThat(nextPull(pulled)).isBeforeOrEqualTo(clock.instant());
        }

        private Instant nextPull(TestShop shop) {
            return merchant.call(() -> connections.all()).stream()
                    .filter(sync -> sync.shop().id().equals(shop.info().id()))
                    .map(sync -> Objects.requireNonNull(sync.nextPullAt()))
                    .findFirst()
                    .orElseThrow();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{\"id\": 5, ", "", "\u0000\u0001", "{\"id\":1,\"id\":2}", "[1,2]", "\"text\"", "{\"id\":{}}"
                })
        void thatIsBrokenIsKeptAndShownWithItsReason(String body) {
            assertThat(shopify(shop, utf8(body)).statusCode()).isEqualTo(200);
            merchant.settle();
            assertThat(stored()).singleElement().satisfies(row -> {
                assertThat(row.state()).isEqualTo(RawState.REJECTED);
                assertThat(row.problemKind()).isNotNull();
            });
        }

        @Test
        void ofAnotherEncodingIsKeptAndShownAsBroken() {
            assertThat(shopify(shop, "{\"id\":1,\"note\":\"奶瓶\"}".getBytes(Charset.forName("GB18030")))
                            .statusCode())
                    .isEqualTo(200);
            merchant.settle();
            assertThat(stored()).singleElement().satisfies(row -> assertThat(row.problemKind())
                    .isEqualTo("BROKEN"));
        }

        @Test
        void fiftyTimesInParallelIsStoredOnce() throws Exception {
            byte[] body = SignVectors.bytes("shopify/order.json");
            List<Future<Integer>> answers = new ArrayList<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 50; i++) {
                    answers.add(threads.submit(() -> shopify(shop, body).statusCode()));
                }
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
            assertThat(stored()).singleElement().satisfies(row -> assertThat(row.repeats())
                    .isEqualTo(49));
        }

        @Test
        void ofAnotherTopicIsKeptButIsNoOrder() {
            byte[] body = utf8("{\"id\":9}");
            String sign = Base64.getEncoder().encodeToString(Digests.hmac(Digests.HMAC_SHA256, shop.secret(), body));
            assertThat(post(
                                    "/hooks/shopify",
                                    body,
                                    "X-Shopify-Shop-Domain",
                                    shop.info().externalId(),
                                    "X-Shopify-Topic",
                                    "products/update",
                                    "X-Shopify-Hmac-Sha256",
                                    sign)
                            .statusCode())
                    .isEqualTo(200);
            merchant.settle();
            assertThat(stored()).isEmpty();
        }

        @Test
        void signedForOneShopIsNotTakenForAnother() {
            TestShop other = shops.open(merchants.open(), "shopify", "http://127.0.0.1:1", false);
            byte[] body = utf8("{\"id\":1}");
            String sign = Base64.getEncoder().encodeToString(Digests.hmac(Digests.HMAC_SHA256, other.secret(), body));
            assertThat(post(
                                    "/hooks/shopify",
                                    body,
                                    "X-Shopify-Shop-Domain",
                                    shop.info().externalId(),
                                    "X-Shopify-Hmac-Sha256",
                                    sign)
                            .statusCode())
                    .isEqualTo(401);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"application/x-www-form-urlencoded", "text/plain; charset=GBK", "application/octet-stream"})
        void isTakenByItsBytesWhateverItIsCalled(String type) {
            byte[] body = utf8("{\"id\":7,\"note\":\"a=b&c=奶瓶\"}");
            assertThat(post(
                                    "/hooks/shopify",
                                    body,
                                    "Content-Type",
                                    type,
                                    "x-shopify-shop-domain",
                                    shop.info().externalId().toUpperCase(Locale.ROOT),
                                    "x-shopify-hmac-sha256",
                                    Base64.getEncoder()
                                            .encodeToString(Digests.hmac(Digests.HMAC_SHA256, shop.secret(), body)))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(stored()).singleElement().satisfies(row -> assertThat(row.externalId())
                    .isEqualTo("7"));
        }

        @Test
        void inPiecesIsTakenWhole() throws Exception {
            byte[] body = SignVectors.bytes("shopify/order.json");
            String sign = Base64.getEncoder().encodeToString(Digests.hmac(Digests.HMAC_SHA256, shop.secret(), body));
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hooks/shopify"))
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                    .header("X-Shopify-Shop-Domain", shop.info().externalId())
                    .header("X-Shopify-Hmac-Sha256", sign)
                    .build();
            assertThat(HTTP.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void withAMarkAtItsBeginningIsRead() {
            assertThat(shopify(shop, utf8("\uFEFF{\"id\":\"820982911946154508\"}"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(stored()).singleElement().satisfies(row -> assertThat(row.externalId())
                    .isEqualTo("820982911946154508"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32"})
        void inSixteenBitsIsKeptAndAnswered(String encoding) {
            assertThat(shopify(shop, "{\"id\":1}".getBytes(Charset.forName(encoding)))
                            .statusCode())
                    .isEqualTo(200);
            merchant.settle();
            assertThat(stored()).singleElement().satisfies(row -> assertThat(row.state())
                    .isEqualTo(RawState.REJECTED));
        }

        @Test
        void thatAnOrderWasEditedNamesTheOrderToBeFetched() {
            byte[] body = utf8("{\"order_edit\":{\"id\":78912328793,\"order_id\":450789469,\"line_items\":{}}}");
            String sign = Base64.getEncoder().encodeToString(Digests.hmac(Digests.HMAC_SHA256, shop.secret(), body));
            post(
                    "/hooks/shopify",
                    body,
                    "X-Shopify-Shop-Domain",
                    shop.info().externalId(),
                    "X-Shopify-Topic",
                    "orders/edited",
                    "X-Shopify-Hmac-Sha256",
                    sign);
            assertThat(stored()).singleElement().satisfies(row -> {
                assertThat(row.kind()).isEqualTo(RawKind.NOTICE);
                assertThat(row.externalId()).isEqualTo("450789469");
            });
        }
    }

    @Nested
    class ADouyinPush {

        private TestShop shop;

        @BeforeEach
        void connect() {
            shop = shops.open(merchant, "douyin", "http://127.0.0.1:1", false);
        }

        @Test
        void isAnsweredTheWayThePlatformWantsIt() {
            HttpResponse<String> response = douyin(shop, event(shop, "6930504568556819833", "m1"));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("{\"code\":0,\"msg\":\"success\"}");
            assertThat(stored()).singleElement().satisfies(row -> {
                assertThat(row.externalId()).isEqualTo("6930504568556819833");
                assertThat(row.kind()).isEqualTo(RawKind.NOTICE);
            });
        }

        @Test
        void isStoredOnceAMessage() {
            douyin(shop, event(shop, "6930504568556819833", "m1"));
            douyin(shop, event(shop, "6930504568556819833", "m1"));
            douyin(shop, event(shop, "6930504568556819833", "m2"));
            assertThat(stored()).hasSize(2);
        }

        @Test
        void withAWrongSignatureIsRefused() {
            byte[] body = event(shop, "1", "m1");
            assertThat(post("/hooks/douyin", body, "app-id", shop.appKey(), "event-sign", "0".repeat(32))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(post("/hooks/douyin", body, "app-id", shop.appKey()).statusCode())
                    .isEqualTo(401);
            assertThat(post("/hooks/douyin", body, "app-id", "7", "event-sign", "0".repeat(32))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(stored()).isEmpty();
        }

        @Test
        void namingAnotherMerchantsShopIsNotFoundAndToldOf() {
            TestShop foreign = shops.open(merchants.open(), "douyin", "http://127.0.0.1:1", false);
            assertThat(douyin(shop, event(foreign, "1", "m1")).statusCode()).isEqualTo(404);
            assertThat(stored()).isEmpty();
            assertAlerts(IntakeAlertKind.FOREIGN_SHOP, 1);
        }

        @Test
        void aboutOursAndAForeignShopIsTakenInHalfAndTheOtherHalfToldOf() {
            String both = """
                    [{"tag":"101","msg_id":"m1","data":"{\\"p_id\\":1,\\"shop_id\\":%s}"},
                     {"tag":"101","msg_id":"m2","data":"{\\"p_id\\":2,\\"shop_id\\":999}"}]""".formatted(shop.info().externalId());
            assertThat(douyin(shop, utf8(both)).statusCode()).isEqualTo(200);
            assertThat(stored()).extracting(InboxSummary::externalId).containsExactly("1");
            assertThat(merchant.call(() -> inbox.alerts(Instant.EPOCH)))
                    .singleElement()
                    .satisfies(alert -> {
                        assertThat(alert.kind()).isEqualTo(IntakeAlertKind.FOREIGN_SHOP);
                        assertThat(alert.detail()).isEqualTo("999");
                    });
        }

        @Test
        void withoutASignatureOrCompressedIsToldOf() {
            assertThat(post("/hooks/douyin", utf8("[]"), "app-id", shop.appKey())
                            .statusCode())
                    .isEqualTo(401);
            assertAlerts(IntakeAlertKind.BAD_SIGNATURE, 1);
            assertThat(post(
                                    "/hooks/douyin",
                                    new byte[] {31, -117},
                                    "app-id",
                                    shop.appKey(),
                                    "event-sign",
                                    "0",
                                    "Content-Encoding",
                                    "gzip")
                            .statusCode())
                    .isEqualTo(415);
            assertAlerts(IntakeAlertKind.COMPRESSED, 1);
        }

        @Test
        void thatIsNoBatchIsKept() {
            assertThat(douyin(shop, utf8("{broken")).statusCode()).isEqualTo(200);
            merchant.settle();
            assertThat(stored()).singleElement().satisfies(row -> assertThat(row.state())
                    .isEqualTo(RawState.REJECTED));
        }

        @Test
        void withNothingButTheConnectivityProbeIsAnsweredAndForgotten() {
            assertThat(douyin(shop, utf8("[{\"tag\":\"0\",\"msg_id\":\"1\",\"data\":\"2026-01-04\"}]"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(stored()).isEmpty();
        }

        @Test
        void ofOneEventOutsideOfAListIsTaken() {
            byte[] body =
                    utf8("{\"tag\":\"100\",\"msg_id\":\"m1\",\"data\":{\"p_id\":\"6930504568556819833\",\"shop_id\":"
                            + shop.info().externalId() + "}}");
            assertThat(douyin(shop, body).statusCode()).isEqualTo(200);
            assertThat(stored()).singleElement().satisfies(row -> assertThat(row.externalId())
                    .isEqualTo("6930504568556819833"));
        }

        @Test
        void isProvedBySmallAndCapitalLettersAlike() {
            byte[] body = event(shop, "6930504568556819833", "m1");
            String sign =
                    Digests.upperHex(Digests.md5(Digests.bytes(shop.appKey()), body, Digests.bytes(shop.secret())));
            assertThat(post("/hooks/douyin", body, "APP-ID", shop.appKey(), "Event-Sign", sign)
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void inSixteenBitsIsKeptAndAnswered() {
            byte[] body = "[{\"tag\":\"100\"}]".getBytes(StandardCharsets.UTF_16LE);
            assertThat(douyin(shop, body).statusCode()).isEqualTo(200);
            merchant.settle();
            assertThat(stored()).singleElement().satisfies(row -> assertThat(row.state())
                    .isEqualTo(RawState.REJECTED));
        }
    }
}
