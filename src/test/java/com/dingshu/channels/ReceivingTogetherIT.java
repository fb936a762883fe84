package com.dingshu.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dingshu.channels.ConnectedShops.TestShop;
import com.dingshu.channels.connect.Digests;
import com.dingshu.testing.CountedStatements;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Pushes that come at the same time are written together, and each is answered by itself. */
@IntegrationTest
@Import(CountedStatements.class)
class ReceivingTogetherIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Merchants merchants;

    @Autowired
    private ConnectedShops shops;

    @Autowired
    private RawInbox inbox;

    @Autowired
    private RawWriter writer;

    @Autowired
    private CountedStatements statements;

    @AfterEach
    void goOn() {
        writer.start();
    }

    @Test
    void pushesShareATransactionWhicheverMerchantTheyAreFor() {
        List<Merchant> several = Stream.generate(merchants::open).limit(4).toList();
        List<TestShop> theirs = several.stream().map(this::shop).toList();
        writer.stop();
        Senders senders = new Senders(40, n -> push(theirs.get(n % 4), n));
        await().until(() -> writer.waiting() == 40);
        List<String> heard = statements.during(() -> {
            writer.start();
            senders.join();
        });
        assertThat(heard.stream().filter(sql -> sql.startsWith("insert into raw_payload")))
                .as("32 and 8")
                .hasSize(2);
        assertThat(senders.answers()).hasSize(40).containsOnly(200);
        assertThat(several).allSatisfy(merchant -> assertThat(stored(merchant)).isEqualTo(10));
    }

    @Test
    void oneThatIsStoredAlreadyKeepsTheOthersOfItsBatchFromNothing() {
        Merchant merchant = merchants.open();
        TestShop shop = shop(merchant);
        assertThat(push(shop, 0)).isEqualTo(200);
        writer.stop();
        Senders senders = new Senders(5, n -> push(shop, n));
        await().until(() -> writer.waiting() == 5);
        writer.start();
        senders.join();
        assertThat(senders.answers()).hasSize(5).containsOnly(200);
        assertThat(stored(merchant)).isEqualTo(5);
    }

    @Test
    void whoComesWhenTooManyWaitIsSentAwayForAMoment() {
        Merchant merchant = merchants.open();
        TestShop shop = shop(merchant);
        writer.stop();
        Senders senders = new Senders(RawWriter.MOST_WAITING, n -> {
            merchant.run(() -> inbox.receive(message(shop, n)));
            return 200;
        });
        await().until(() -> writer.waiting() == RawWriter.MOST_WAITING);
        HttpResponse<Void> away = answer(shop, -1);
        writer.start();
        senders.join();
        assertThat(away.statusCode()).isEqualTo(429);
        assertThat(away.headers().firstValue("Retry-After")).contains("2");
        assertThat(push(shop, -1)).isEqualTo(200);
        assertThat(stored(merchant)).isEqualTo(RawWriter.MOST_WAITING + 1);
    }

    @Test
    void whatWaitsIsWrittenBeforeTheWriterEnds() {
        Merchant merchant = merchants.open();
        TestShop shop = shop(merchant);
        writer.stop();
        Senders senders = new Senders(20, n -> push(shop, n));
        await().until(() -> writer.waiting() == 20);
        writer.start();
        writer.stop();
        senders.join();
        assertThat(stored(merchant)).isEqualTo(20);
    }

    /** Many senders, each with an answer. */
    private static final class Senders {

        private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
        private final List<Thread> threads;

        Senders(int count, Send send) {
            IntConsumer one = n -> answers.add(send.answer(n));
            threads = IntStream.range(0, count)
                    .mapToObj(n -> Thread.startVirtualThread(() -> one.accept(n)))
                    .toList();
        }

        void join() {
            for (Thread thread : threads) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        List<Integer> answers() {
            return List.copyOf(answers);
        }
    }

    private interface Send {
        int answer(int n);
    }

    private TestShop shop(Merchant merchant) {
        return shops.open(merchant, "shopify", "http://127.0.0.1:1", false);
    }

    private int push(TestShop shop, int n) {
        return answer(shop, n).statusCode();
    }

    private HttpResponse<Void> answer(TestShop shop, int n) {
        byte[] body = order(n);
        String signature = Base64.getEncoder().encodeToString(Digests.hmac(Digests.HMAC_SHA256, shop.secret(), body));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hooks/shopify"))
                .header("X-Shopify-Shop-Domain", shop.info().externalId())
                .header("X-Shopify-Topic", "orders/create")
                .header("X-Shopify-Webhook-Id", "w" + n)
                .header("X-Shopify-Hmac-Sha256", signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RawMessage message(TestShop shop, int n) {
        return new RawMessage(
                shop.info().id(),
                "shopify",
                RawKind.ORDER,
                "n" + n,
                "w" + n,
                "push orders/create",
                true,
                "application/json",
                Map.of(),
                order(n));
    }

    private static byte[] order(int n) {
        return ("{\"id\":" + (n + 10) + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static int stored(Merchant merchant) {
        try (var connection = TestDatabase.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from raw_payload where tenant_id = " + merchant.id())) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
