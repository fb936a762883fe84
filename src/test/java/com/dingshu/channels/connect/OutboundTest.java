package com.dingshu.channels.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {

    private static final String PUBLIC = "1.1.1.1";
    private static final String HOST = "shop.example";

    private final Names names = new Names();
    private HttpServer platform;
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void startPlatform() throws IOException {
        platform = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        platform.createContext("/", call -> {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(call.getRequestMethod() + " " + call.getRequestURI() + " "
                    + call.getRequestHeaders().getFirst("Host") + " " + body);
            if (call.getRequestURI().getPath().equals("/away")) {
                call.getResponseHeaders().add("Location", "/elsewhere");
                call.sendResponseHeaders(302, -1);
            } else {
                byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
                call.getResponseHeaders().add("Link", "next");
                call.sendResponseHeaders(200, answer.length);
                call.getResponseBody().write(answer);
            }
            call.close();
        });
        platform.start();
    }

    @AfterEach
    void stopPlatform() {
        platform.stop(0);
    }

    /** Answers that change from one look-up to the next, as an attacker's name server gives them. */
    private static final class Names implements DnsResolver {

        private final Deque<String> answers = new ArrayDeque<>();
        private int lookUps;

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            lookUps++;
            String answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
            return new InetAddress[] {InetAddress.getByName(answer)};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private Outbound outbound(boolean privateAddresses) {
        return new Outbound(
                new ConnectSettings(Duration.ofSeconds(1), Duration.ofSeconds(2), 1, privateAddresses, 20),
                Clock.systemUTC(),
                names);
    }

    private static ShopAccess shop(URI base) {
        return new ShopAccess(UUID.randomUUID(), "1", base, "key", "secret", "token");
    }

    private static CallResult<Outbound.Answer> call(Outbound outbound, URI address) {
        return outbound.call(shop(address), HttpRequest.newBuilder(address).GET());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.7",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "fec0::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1"
            })
    void anAddressThatIsNotPublicIsNeverCalled(String address) {
        names.answers.add(address);
        URI target = URI.create("https://" + HOST + "/");
        assertThat(outbound(false).allowed(target)).isFalse();
        assertThat(call(outbound(false), target)).isInstanceOf(CallResult.Denied.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example/",
                "https:///orders",
                "ftp://shop.example/",
                "file:///etc/passwd",
                "mailto:a@b.cn"
            })
    void onlyTlsToANamedHostIsCalled(String address) {
        names.answers.add(PUBLIC);
        assertThat(outbound(false).allowed(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "100.63.0.1", "100.128.0.1", "172.32.0.1", "192.0.66.1", "2606:4700::1111"})
    void aPublicAddressMayBeCalled(String address) {
        names.answers.add(address);
        assertThat(outbound(false).allowed(URI.create("https://" + HOST + "/"))).isTrue();
    }

    @Test
    void aNameThatLeadsInwardsOnceItWasCheckedIsNotConnectedTo() throws IOException {
        try (ServerSocket inside = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            inside.setSoTimeout(500);
            URI target = URI.create("https://" + HOST + ":" + inside.getLocalPort() + "/orders");
            names.answers.addAll(List.of(PUBLIC, "127.0.0.1"));
            Outbound outbound = outbound(false);
            assertThat(outbound.allowed(target)).isTrue();
            assertThat(call(outbound, target))
                    .isInstanceOfSatisfying(CallResult.Denied.class, denied -> assertThat(denied.code())
                            .isEqualTo("address"));
            assertNobodyCame(inside);
        }
    }

    private static void assertNobodyCame(ServerSocket inside) throws IOException {
        try (var somebody = inside.accept()) {
            throw new AssertionError("Connected from " + somebody.getRemoteSocketAddress());
        } catch (SocketTimeoutException nobody) {
            assertThat(nobody).isNotNull();
        }
    }

    @Test
    void theAddressThatWasLookedUpIsTheOneThatIsCalled() {
        names.answers.addAll(List.of("127.0.0.1", "127.0.0.2"));
        URI target = URI.create("http://" + HOST + ":" + platform.getAddress().getPort() + "/orders?a=%E8%8C%B6&b=1+2");
        Outbound outbound = outbound(true);
        CallResult<Outbound.Answer> result = outbound.call(
                shop(target),
                HttpRequest.newBuilder(target)
                        .header("Content-Type", "text/plain;charset=UTF-8")
                        .POST(BodyPublishers.ofString("茶")));
        assertThat(result).isInstanceOfSatisfying(CallResult.Done.class, done -> assertThat(
                        ((Outbound.Answer) done.value()).header("link"))
                .isEqualTo("next"));
        assertThat(asked)
                .containsExactly("POST /orders?a=%E8%8C%B6&b=1+2 " + HOST + ":"
                        + platform.getAddress().getPort() + " 茶");
        assertThat(names.lookUps).isEqualTo(1);
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() {
        names.answers.add("127.0.0.1");
        URI target = URI.create("http://" + HOST + ":" + platform.getAddress().getPort() + "/away");
        assertThat(call(outbound(true), target)).isInstanceOfSatisfying(CallResult.Done.class, done -> assertThat(
                        ((Outbound.Answer) done.value()).status())
                .isEqualTo(302));
        assertThat(asked).hasSize(1);
    }
}
