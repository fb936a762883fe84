package com.dingshu.channels.taobao;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.channels.connect.CallResult;
import com.dingshu.channels.connect.Connector.Page;
import com.dingshu.channels.connect.Connector.Pulled;
import com.dingshu.channels.connect.ShopAccess;
import com.dingshu.testing.IntegrationTest;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The gateway's answers in the forms that it really uses. */
@IntegrationTest
class TaobaoAnswersIT {

    private static final Instant FROM = Instant.parse("2026-01-04T10:00:00Z");
    private static final Instant TO = Instant.parse("2026-01-04T12:00:00Z");

    @Autowired
    private TaobaoConnector connector;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> asked = new ConcurrentHashMap<>();
    private HttpServer gateway;
    private ShopAccess shop;

    @BeforeEach
    void open() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> parameters = new TreeMap<>();
            Arrays.stream(form.split("&"))
                    .map(pair -> pair.split("=", 2))
                    .forEach(pair -> parameters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
            asked.putAll(parameters);
            byte[] body = answers.getOrDefault(parameters.get("method"), "{}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
        shop = new ShopAccess(
                UUID.randomUUID(),
                "示例店",
                URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/router/rest"),
                "12345678",
                "helloworld",
                "session & 中文+~");
    }

    @AfterEach
    void close() {
        gateway.stop(0);
    }

    private Page page(String list) {
        answers.put("taobao.trades.sold.increment.get", "{\"trades_sold_increment_get_response\":" + list + "}");
        CallResult<Page> result = connector.changed(shop, FROM, TO, "");
        assertThat(result).isInstanceOf(CallResult.Done.class);
        return ((CallResult.Done<Page>) result).value();
    }

    @Test
    void aListOfOneMayBeAnObject() {
        assertThat(page("{\"total_results\":1,\"trades\":{\"trade\":{\"tid\":4312889922001234567}}}")
                        .orders())
                .extracting(Pulled::orderNo)
                .containsExactly("4312889922001234567");
    }

    @Test
    void totalsMayBeTextsAndIdsToo() {
        assertThat(
                        page("{\"total_results\":\"2\",\"trades\":{\"trade\":[{\"tid\":\"1\"},{\"tid\":2,\"tid_str\":\"2\"}]}}")
                                .orders())
                .extracting(Pulled::orderNo)
                .containsExactly("1", "2");
    }

    @Test
    void anEmptyListHasNoWrapper() {
        assertThat(page("{\"total_results\":0}").orders()).isEmpty();
        assertThat(page("{\"total_results\":0,\"trades\":{}}").orders()).isEmpty();
    }

    @Test
    void aTradeComesByteForByte() {
        String trade = "{ \"tid\" : 4312889922001234567, \"payment\":\"99.00\" , \"x\":\"\\u8336🍵\" }";
        answers.put(
                "taobao.trade.fullinfo.get",
                "\uFEFF{\"trade_fullinfo_get_response\":{\"trade\":" + trade + ",\"request_id\":\"r\"}}");
        CallResult<Pulled> result = connector.detail(shop, "4312889922001234567");
        assertThat(result).isInstanceOfSatisfying(CallResult.Done.class, done -> assertThat(
                        new String(((Pulled) done.value()).body(), StandardCharsets.UTF_8))
                .isEqualTo(trade));
    }

    @Test
    void theSignatureCoversWhatIsReallySent() {
        page("{\"total_results\":0}");
        Map<String, String> sent = new TreeMap<>(asked);
        assertThat(sent.remove("sign")).isEqualTo(TaobaoSigning.sign(sent, "helloworld"));
        assertThat(sent).containsEntry("session", "session & 中文+~").containsEntry("format", "json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"code":27,"msg":"Invalid session","sub_code":"invalid-sessionkey"}                                   | TOKEN
            {"code":"27","msg":"Invalid session","sub_code":"invalid-sessionkey"}                                 | TOKEN
            {"code":25,"msg":"Invalid signature"}                                                                 | CREDENTIALS
            {"code":15,"msg":"Remote service error","sub_code":"isv.trade-not-exist","sub_msg":"交易订单不存在"}   | NOT_FOUND
            {"code":41,"msg":"Invalid arguments","sub_code":"isv.invalid-parameter"}                              | OTHER
            """)
    void anErrorIsToldApart(String error, CallResult.Cause cause) {
        answers.put("taobao.trade.fullinfo.get", "{\"error_response\":" + error + "}");
        assertThat(connector.detail(shop, "1"))
                .isInstanceOfSatisfying(CallResult.Denied.class, denied -> assertThat(denied.cause())
                        .isEqualTo(cause));
    }

    @Test
    void aFaultOfThePlatformIsTriedAgain() {
        answers.put(
                "taobao.trade.fullinfo.get",
                "{\"error_response\":{\"code\":15,\"sub_code\":\"isp.remote-service-timeout\",\"msg\":\"x\"}}");
        assertThat(connector.detail(shop, "1")).isInstanceOf(CallResult.Unreachable.class);
        answers.put("taobao.trade.fullinfo.get", "<html>502</html>");
        assertThat(connector.detail(shop, "1")).isInstanceOf(CallResult.Unreachable.class);
    }

    @Test
    void aBanIsKeptToItsSecond() {
        answers.put(
                "taobao.trade.fullinfo.get",
                "{\"error_response\":{\"code\":7,\"msg\":\"App Call Limited\",\"sub_code\":\"accesscontrol.limited-by-api-access-count\",\"sub_msg\":\"This ban will last for 3 more seconds\"}}");
        assertThat(connector.detail(shop, "1")).isInstanceOf(CallResult.Limited.class);
    }
}
