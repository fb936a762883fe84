package com.dingshu.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.shared.Ids;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.People;
import com.dingshu.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every address that is answered by a controller, knocked at by another merchant's person with the first merchant's ids,
 * numbers, codes and link: refused, empty or not found, and not a word of the first. The addresses are those of the
 * application itself. A new one that reads is tried with what its variables are called; a new one that writes fails here
 * until it is told how to be knocked at.
 */
@IntegrationTest
class PathIsolationIT {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)[^}]*}");

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private TwoMerchants both;

    @TestFactory
    Stream<DynamicTest> noAddressTellsAnythingOfAnotherMerchant() {
        both = new TwoMerchants(context);
        return addresses().entrySet().stream()
                .map(address -> DynamicTest.dynamicTest(address.getKey(), () -> assertSilent(address.getKey())));
    }

    private void assertSilent(String address) {
        Function<Visitor, HttpResponse<String>> knock =
                Optional.ofNullable(knocks().get(address)).orElseGet(() -> reading(address));
        Visitor stranger = new Visitor(port).signedIn(both.second, both.stranger);
        HttpResponse<String> answer = knock.apply(stranger);
        assertThat(answer.statusCode()).as("%s: %s", address, answer.body()).isLessThan(500);
        assertThat(TwoMerchants.tells(answer.headers().map() + answer.body(), List.of()))
                .as("%s: %s", address, answer.body())
                .isFalse();
        assertThat(answer.body())
                .doesNotContain(both.ids.get("order").toString())
                .doesNotContain(both.ids.get("customer").toString());
    }

    /** What is written to, and how; and what is not for staff. */
    private Map<String, Function<Visitor, HttpResponse<String>>> knocks() {
        String slug = Objects.requireNonNull(both.texts.get("slug"));
        String number = Objects.requireNonNull(both.texts.get("order"));
        return Map.ofEntries(
                knock(
                        "POST /h5/api/sign-in",
                        visitor -> refused(visitor.signIn(slug, both.stranger.login(), People.PASSWORD), 401)),
                knock("POST /h5/api/sign-out", visitor -> visitor.post("/h5/api/sign-out", "{}")),
                knock("POST /h5/api/ops", visitor -> scans(visitor)),
                knock(
                        "POST /login",
                        visitor -> redirected(
                                visitor.form(
                                        "/login",
                                        Map.of(
                                                "m",
                                                slug,
                                                "username",
                                                both.stranger.login(),
                                                "password",
                                                People.PASSWORD)),
                                "error=bad")),
                knock(
                        "POST /s/{merchant}",
                        visitor -> refused(
                                visitor.form(
                                        ours(), Map.of("order", number, "digits", TwoMerchants.PHONE.substring(7))),
                                422)),
                knock(
                        "POST /s/{merchant}/phone",
                        visitor -> visitor.form(ours() + "/phone", Map.of("phone", TwoMerchants.PHONE))),
                knock(
                        "POST /s/{merchant}/code",
                        visitor -> visitor.form(
                                "/s/" + slug + "/code", Map.of("c", Ids.next().toString(), "code", "123456"))),
                knock("POST /s/{merchant}/leave", visitor -> visitor.form("/s/" + slug + "/leave", Map.of())),
                knock("GET /s/{merchant}", visitor -> visitor.get("/s/" + slug)),
                knock("POST /hooks/shopify", visitor -> visitor.post("/hooks/shopify", "{}")),
                knock("POST /hooks/douyin", visitor -> visitor.post("/hooks/douyin", "[]")),
                knock("ANY /hooks/**", visitor -> refused(visitor.get("/hooks/taobao"), 404)),
                knock("POST /sf/push", visitor -> visitor.post("/sf/push", "{}")),
                knock("ANY /error", visitor -> visitor.get("/actuator/no-such-thing")));
    }

    private HttpResponse<String> scans(Visitor visitor) {
        String scan = """
                {"opId":"%s","userId":"%s","kind":"%s","taskId":%s,"code":"%s","at":"2026-11-22T01:02:03Z"}""";
        String task = "\"" + both.parcel.id() + "\"";
        String user = both.stranger.id().toString();
        String waybill = both.texts.get("waybill");
        HttpResponse<String> answer = visitor.post(
                "/h5/api/ops",
                Stream.of(
                                scan.formatted(Ids.next(), user, "PICK", task, TwoMerchants.CODE),
                                scan.formatted(Ids.next(), user, "PACK", task, TwoMerchants.CODE),
                                scan.formatted(Ids.next(), user, "OUTBOUND", "null", waybill))
                        .collect(Collectors.joining(",", "{\"ops\":[", "]}")));
        assertThat(Visitor.json(answer).path("results").values())
                .extracting(result -> result.path("result").asString())
                .containsExactly("UNKNOWN", "UNKNOWN", "UNKNOWN");
        return answer;
    }

    private String ours() {
        return "/s/" + both.second.tenant().slug();
    }

    private static HttpResponse<String> refused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer;
    }

    private static HttpResponse<String> redirected(HttpResponse<String> answer, String where) {
        assertThat(answer.headers().firstValue("Location").orElse("")).contains(where);
        return answer;
    }

    private static Map.Entry<String, Function<Visitor, HttpResponse<String>>> knock(
            String address, Function<Visitor, HttpResponse<String>> knock) {
        return Map.entry(address, knock);
    }

    /** Any address that is only read, with the first merchant's values for its variables. */
    private Function<Visitor, HttpResponse<String>> reading(String address) {
        if (!address.startsWith("GET ")) {
            throw new AssertionError("New: " + address + ". Say how a stranger would knock at it");
        }
        String path =
                VARIABLE.matcher(address.substring(4)).replaceAll(variable -> valueOf(address, variable.group(1)));
        return visitor -> visitor.get(path);
    }

    private String valueOf(String address, String variable) {
        if (variable.equals("merchant")) {
            return both.second.tenant().slug();
        }
        if (variable.equals("token")) {
            return "AAAAAAAAAAAAAAAAAAAAAA";
        }
        String text = both.texts.getOrDefault(variable, variable.equals("number") ? both.texts.get("order") : null);
        if (text != null) {
            return text;
        }
        String kind = variable.replaceAll("Id$", "");
        return Optional.ofNullable(both.ids.get(kind))
                .map(Object::toString)
                .orElseThrow(() -> new AssertionError("New: " + address + ". Say what " + variable + " is"));
    }

    /** All addresses, with their method, in order. */
    private Map<String, RequestMappingInfo> addresses() {
        Map<String, RequestMappingInfo> all = new TreeMap<>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(info -> methods(info).forEach(method -> info.getPatternValues()
                        .forEach(path -> all.put(method + " " + path, info))));
        return all;
    }

    private static Stream<String> methods(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(RequestMethod::name);
    }
}
