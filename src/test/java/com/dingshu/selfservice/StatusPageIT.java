package com.dingshu.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.notifications.MessageLog;
import com.dingshu.notifications.MessageRow;
import com.dingshu.orders.HoldReason;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.Orders;
import com.dingshu.selfservice.TeaShop.Placed;
import com.dingshu.shipping.CarrierScan;
import com.dingshu.shipping.Tracking;
import com.dingshu.shipping.TrackingStatus;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.testing.CountedStatements;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.SimulatorProcess;
import com.dingshu.testing.TestClock;
import com.dingshu.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A customer, and whoever pretends to be one, at the page over HTTP. */
@IntegrationTest
@Import({TeaShop.class, CountedStatements.class})
class StatusPageIT {

    private static final String PHONE = "13812346207";
    private static final SimulatorProcess SIMULATOR = SimulatorProcess.start();

    @DynamicPropertySource
    static void simulator(DynamicPropertyRegistry registry) {
        registry.add("dingshu.carriers.sf.endpoint", () -> SIMULATOR.url("/sf/std/service"));
    }

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @Autowired
    private TeaShop teaShop;

    @Autowired
    private Tracking tracking;

    @Autowired
    private Orders orders;

    @Autowired
    private OrderQueries queries;

    @Autowired
    private MessageLog messages;

    @Autowired
    private OperationLog log;

    @Autowired
    private CountedStatements statements;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    private TeaShop.Open shop;
    private Placed order;

    @BeforeEach
    void aCustomerHasOrdered() {
        shop = teaShop.open(SIMULATOR);
        order = shop.paidOrder("138 1234 6207");
    }

    @AfterEach
    void calm() {
        clock.reset();
    }

    @Nested
    class WithTheOrderNumber {

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void ourNumberAndTheChannelsOpenTheOneOrder(boolean ours) {
            var page = visitor().enter(ours ? order.number() : order.channelNumber(), "6207");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("订单 " + order.number(), "金骏眉 小罐", "¥248.00", "赠品");
            assertThat(page.text()).contains("运费", "¥20.00", "实付", "¥268.00");
        }

        @Test
        void showsOnlyWhatIsStillSent() {
            assertThat(visitor().enter(order.number(), "6207").text()).contains("金骏眉 小罐", "手提袋");
            shop.withoutTheBag(order, "138 1234 6207");
            assertThat(visitor().enter(order.number(), "6207").text())
                    .contains("金骏眉 小罐", "¥268.00")
                    .doesNotContain("手提袋");
        }

        @Test
        void theFiguresAddUpWithTheTax() {
            assertThat(visitor().enter(order.number(), "6207").text()).doesNotContain("税");
            Placed taxed = shop.taxedOrder("138 1234 7301", 1_342);
            var page = visitor().enter(taxed.number(), "7301");
            assertThat(page.text()).contains("¥248.00", "运费", "¥20.00", "税", "¥13.42", "实付", "¥281.42");
        }

        @Test
        void theNumberMayBeTypedWithBlanksAndFullWidthDigits() {
            var typed = order.number().replace("-", " - ").replace("2", "２");
            assertThat(visitor().enter(typed, "6207").status()).isEqualTo(200);
        }

        @Test
        void showsTheReceiverMaskedOnly() {
            var page = visitor().enter(order.number(), "6207");
            assertThat(page.text()).contains("黄*敏", "138****6207", "广东省 广州市 天河区");
            assertThat(page.text()).doesNotContain("黄小敏").doesNotContain(PHONE).doesNotContain("12346207");
            assertThat(page.text()).doesNotContain("381 号").doesNotContain("702");
        }

        @Test
        void wrongDigitsAndAnUnknownNumberAreAnsweredAlike() {
            var known = visitor().enter(order.number(), "0000");
            var unknown = visitor().enter("261121-9999", "0000");
            assertThat(known.status()).isEqualTo(422).isEqualTo(unknown.status());
            assertThat(known.text().replace(order.number(), "#"))
                    .isEqualTo(unknown.text().replace("261121-9999", "#"));
            assertThat(known.text()).contains("还可以试 4 次");
        }

        @Test
        void fiveWrongTriesLockTheNumberForAnHourEvenForTheRightDigits() {
            for (int left = 4; left >= 1; left--) {
                assertThat(visitor().enter(order.number(), "0000").text()).contains("还可以试 " + left + " 次");
            }
            assertThat(visitor().enter(order.number(), "0000").status()).isEqualTo(429);
            var locked = visitor().enter(order.number(), "6207");
            assertThat(locked.status()).isEqualTo(429);
            assertThat(locked.text()).contains("试错太多").doesNotContain("金骏眉");
            clock.advance(Duration.ofMinutes(61));
            assertThat(visitor().enter(order.number(), "6207").text()).contains("金骏眉");
        }

        @Test
        void anUnknownNumberIsLockedJustTheSame() {
            for (int i = 0; i < 5; i++) {
                visitor().enter("261121-9999", "0000");
            }
            assertThat(visitor().enter("261121-9999", "6207").text()).contains("试错太多");
        }

        @Test
        void manyTriesAtOnceShareNoMoreThanFive() throws Exception {
            var answers = new ArrayList<Integer>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Integer>> tries = IntStream.range(0, 40)
                        .mapToObj(i -> threads.submit(() -> visitor()
                                .enter(order.number(), String.format("%04d", i))
                                .status()))
                        .toList();
                for (Future<Integer> one : tries) {
                    answers.add(one.get());
                }
            }
            assertThat(answers).filteredOn(status -> status == 422).hasSizeLessThanOrEqualTo(4);
            assertThat(answers).doesNotContain(200);
        }

        @Test
        void oneAddressCannotTryForever() {
            var nosy = visitor();
            var last = 0;
            for (int i = 0; i < 70; i++) {
                last = nosy.enter("261121-" + (1000 + i), "0000").status();
            }
            assertThat(last).isEqualTo(429);
            assertThat(visitor().enter(order.number(), "6207").status())
                    .as("others are not affected")
                    .isEqualTo(200);
        }

        @Test
        void opensNothingOfAnotherMerchant() {
            var other = teaShop.open(SIMULATOR);
            var guest = visitor();
            guest.enter(order.number(), "6207");
            assertThat(guest.get("/s/" + other.merchant.tenant().slug() + "/order")
                            .path())
                    .isEqualTo("/s/" + other.merchant.tenant().slug());
            var cookie = guest.cookie();
            assertThat(visitor()
                            .with(cookie)
                            .get("/s/" + other.merchant.tenant().slug() + "/order")
                            .path())
                    .isEqualTo("/s/" + other.merchant.tenant().slug());
            assertThat(visitor()
                            .at(other.merchant.tenant().slug())
                            .enter(order.number(), "6207")
                            .status())
                    .isEqualTo(422);
        }

        @Test
        void theVisitEndsAfterHalfAnHour() {
            var guest = visitor();
            guest.enter(order.number(), "6207");
            clock.advance(Duration.ofMinutes(31));
            assertThat(guest.get(base() + "/order").path()).isEqualTo(base());
        }

        @Test
        void oneOrdersPassOpensNoOther() {
            var second = shop.paidOrder(PHONE);
            var guest = visitor();
            guest.enter(order.number(), "6207");
            assertThat(guest.get(base() + "/orders/" + second.number()).text()).doesNotContain(second.number());
            assertThat(guest.get(base() + "/orders").text()).doesNotContain(second.number());
        }
    }

    @Nested
    class WithACode {

        @Test
        void theTelephonesOrdersAreListedAndOpened() {
            var second = shop.unpaidOrder("+86 138-1234-6207");
            var stranger = shop.paidOrder("13900001111");
            var guest = visitor();
            var list = guest.enterCode(PHONE);
            assertThat(list.path()).isEqualTo(base() + "/orders");
            assertThat(list.text()).contains(order.number(), second.number(), "138****6207 · 30 分钟后自动退出");
            assertThat(list.text()).doesNotContain(stranger.number()).doesNotContain(PHONE);
            var page = guest.get(base() + "/orders/" + second.number());
            assertThat(page.text()).contains("等待付款", "应付", "‹ 全部订单").doesNotContain(PHONE);
            assertThat(guest.get(base() + "/orders/" + stranger.number()).path())
                    .isEqualTo(base() + "/orders");
        }

        @Test
        void knownAndUnknownTelephonesAreAnsweredAlike() {
            var known = visitor().requestCode(PHONE);
            var unknown = visitor().requestCode("13712346207");
            assertThat(known.status()).isEqualTo(unknown.status());
            assertThat(plain(known.text(), "138****6207")).isEqualTo(plain(unknown.text(), "137****6207"));
            assertThat(known.text()).contains("如果 138****6207 在本店下过单，验证码已发送").doesNotContain(PHONE);
        }

        @Test
        void knownAndUnknownTelephonesMakeTheSameStatements() {
            visitor().requestCode("13512346207");
            var known = statements.during(() -> visitor().requestCode(PHONE));
            var unknown = statements.during(() -> visitor().requestCode("13712346207"));
            assertThat(known).isNotEmpty().isEqualTo(unknown);
        }

        @Test
        void knownAndUnknownOrderNumbersMakeTheSameStatements() {
            visitor().enter("261121-8888", "0000");
            var known = statements.during(() -> visitor().enter(order.number(), "0000"));
            var unknown = statements.during(() -> visitor().enter("261121-9999", "0000"));
            assertThat(known).isNotEmpty().isEqualTo(unknown);
        }

        @Test
        void nothingIsSentToATelephoneNobodyOrderedWith() {
            visitor().requestCode("13712346207");
            shop.merchant.settle();
            assertThat(newestMessages()).singleElement().satisfies(message -> {
                assertThat(message.state().name()).isEqualTo("WITHHELD");
                assertThat(message.text()).isNull();
            });
        }

        @Test
        void aCodeWorksOnce() {
            var first = visitor();
            var waiting = first.requestCode(PHONE);
            var code = sentCode();
            assertThat(first.submitCode(waiting, code).path()).isEqualTo(base() + "/orders");
            var again = visitor().submitCode(waiting, code);
            assertThat(again.status()).isEqualTo(429);
            assertThat(again.text()).contains("验证码不对或已过期");
        }

        @Test
        void usedByManyAtOnceItStillWorksOnce() throws Exception {
            var waiting = visitor().requestCode(PHONE);
            var code = sentCode();
            var opened = new ArrayList<String>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<String>> tries = IntStream.range(0, 5)
                        .mapToObj(i -> threads.submit(
                                () -> visitor().submitCode(waiting, code).path()))
                        .toList();
                for (Future<String> one : tries) {
                    opened.add(one.get());
                }
            }
            assertThat(opened).filteredOn((base() + "/orders")::equals).hasSize(1);
        }

        @Test
        void aCodeCannotBeGuessed() {
            var waiting = visitor().requestCode(PHONE);
            var code = sentCode();
            var wrong = code.equals("000000") ? "000001" : "000000";
            for (int left = 4; left >= 1; left--) {
                assertThat(visitor().submitCode(waiting, wrong).text()).contains("还可以试 " + left + " 次");
            }
            assertThat(visitor().submitCode(waiting, wrong).text()).contains("要重新发送");
            assertThat(visitor().submitCode(waiting, code).text())
                    .as("even the right one is over")
                    .contains("要重新发送");
        }

        @Test
        void aCodeIsOverAfterTenMinutes() {
            var waiting = visitor().requestCode(PHONE);
            var code = sentCode();
            clock.advance(Duration.ofMinutes(11));
            assertThat(visitor().submitCode(waiting, code).path()).isEqualTo(base() + "/phone");
        }

        @Test
        void oneTelephoneGetsFiveCodesAnHour() {
            for (int i = 0; i < 5; i++) {
                assertThat(visitor().requestCode(PHONE).path()).isEqualTo(base() + "/code");
            }
            assertThat(visitor().requestCode(PHONE).status()).isEqualTo(429);
            for (int i = 0; i < 5; i++) {
                visitor().requestCode("13712346207");
            }
            assertThat(visitor().requestCode("13712346207").status())
                    .as("an unknown one alike")
                    .isEqualTo(429);
        }

        @Test
        void aSweepOverTenThousandTelephonesLearnsNothingAndIsStopped() {
            var sweeper = visitor();
            var answers = new HashSet<String>();
            var asked = 0;
            for (int i = 0; i < 10_000; i++) {
                var phone = String.format("138%08d", 12_340_000 + i);
                var answer = sweeper.requestCode(phone);
                answers.add(answer.status() + plain(answer.text(), "138****" + phone.substring(7)));
                if (answer.status() == 200) {
                    asked++;
                } else if (i > 100) {
                    break;
                }
            }
            assertThat(asked).as("codes one address gets").isLessThanOrEqualTo(10);
            assertThat(answers)
                    .as("one page with a code field, one that says stop")
                    .hasSize(2);
        }

        @Test
        void aSweepFromTenThousandAddressesIsStoppedByTheMerchantsOwnLimit() {
            var asked = 0;
            var stopped = 0;
            for (int i = 0; i < 10_000 && stopped < 50; i++) {
                var answer = visitor().requestCode(String.format("136%08d", i));
                if (answer.status() == 200) {
                    asked++;
                } else {
                    stopped++;
                }
            }
            assertThat(stopped).isEqualTo(50);
            assertThat(asked).isLessThanOrEqualTo(610);
            shop.merchant.settle();
            assertThat(newestMessages())
                    .allMatch(message -> message.state().name().equals("WITHHELD"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "12", "abc", "138****6207", "18877771111-123", "' or 1=1 --"})
        void whatIsNoTelephoneIsSaidToBeNone(String typed) {
            assertThat(visitor().requestCode(typed).text()).contains("手机号不对");
        }

        @Test
        void leavingEndsTheVisit() {
            var guest = visitor();
            guest.enterCode(PHONE);
            var cookie = guest.cookie();
            guest.post(base() + "/leave", "");
            assertThat(visitor().with(cookie).get(base() + "/orders").path()).isEqualTo(base());
        }

        @Test
        void theCodeLiesNowhereInTheClear() throws Exception {
            visitor().requestCode(PHONE);
            var code = sentCode();
            try (var connection = TestDatabase.connect();
                    var rows = connection
                            .createStatement()
                            .executeQuery("select hex(code_hash), hex(phone) from status_code where tenant_id = "
                                    + shop.merchant.id())) {
                while (rows.next()) {
                    var bytes = rows.getString(1) + rows.getString(2);
                    assertThat(bytes).doesNotContain(hex(code)).doesNotContain(hex(PHONE));
                }
            }
        }
    }

    @Nested
    class WithALink {

        @Test
        void theShippedMessageBringsTheLinkAndTheWaybill() {
            var waybill = shop.ship(order);
            shop.merchant.settle();
            var text = message();
            assertThat(text).contains(order.number(), "顺丰 " + waybill, "/s/t/");
            var page = visitor().get(linkIn(text));
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text())
                    .contains(order.number(), "已出库，等快递收件", maskedOf(waybill))
                    .doesNotContain(waybill);
        }

        @Test
        void opensThatOneOrderAndNothingElse() {
            shop.ship(order);
            var second = shop.paidOrder(PHONE);
            shop.merchant.settle();
            var guest = visitor();
            var page = guest.get(linkIn(message()));
            assertThat(page.text()).contains(order.number()).doesNotContain(second.number());
            assertThat(guest.cookie()).isEmpty();
        }

        @Test
        void isOverAfterTwentyOneDays() {
            shop.ship(order);
            shop.merchant.settle();
            var link = linkIn(message());
            clock.advance(Duration.ofDays(21).minusMinutes(1));
            assertThat(visitor().get(link).status()).isEqualTo(200);
            clock.advance(Duration.ofMinutes(2));
            var page = visitor().get(link);
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.text()).contains("链接已过期", "用订单号查询").doesNotContain(order.number());
        }

        @Test
        void anInventedOrCutOneIsAnsweredLikeAnOldOne() {
            shop.ship(order);
            shop.merchant.settle();
            var link = linkIn(message());
            var invented = link.substring(0, link.length() - 4) + "AAAA";
            var old = visitor().get(invented);
            assertThat(old.status()).isEqualTo(404);
            assertThat(old.text()).contains("链接已过期");
            assertThat(visitor().get("/s/t/x").status()).isEqualTo(404);
            assertThat(visitor().get("/s/t/zzzzzz-" + "A".repeat(22)).status()).isEqualTo(404);
        }

        @Test
        void hasAHundredAndTwentyEightBitsAndIsStoredAsAHash() throws Exception {
            shop.ship(order);
            shop.merchant.settle();
            var token = linkIn(message()).substring("/s/t/".length());
            assertThat(token.substring(token.indexOf('-') + 1)).hasSize(22);
            try (var connection = TestDatabase.connect();
                    var rows = connection
                            .createStatement()
                            .executeQuery("select hex(token_hash) from status_pass where tenant_id = "
                                    + shop.merchant.id())) {
                rows.next();
                assertThat(rows.getString(1)).doesNotContain(hex(token));
            }
        }
    }

    @Nested
    class TheWayOfTheParcel {

        @Test
        void isToldNewestFirstInTheCustomersWords() {
            var waybill = shop.ship(order);
            clock.advance(Duration.ofHours(3));
            record(waybill, 90, "50", TrackingStatus.COLLECTED, "广州白云仓", "顺丰速运 已收取快件");
            record(
                    waybill,
                    2,
                    "204",
                    TrackingStatus.OUT_FOR_DELIVERY,
                    "广州天河",
                    "快件交给刘师傅，正在派送途中（联系电话：138****0008）（主单总件数：1件）");
            var page = visitor().enter(order.number(), "6207").text();
            assertThat(page).contains("派送中", "2 分钟前更新", "快件交给刘师傅，正在派送途中", "广州天河");
            assertThat(page).doesNotContain("主单总件数").doesNotContain("0008");
            assertThat(page.indexOf("正在派送途中")).isLessThan(page.indexOf("已揽收")).isPositive();
            assertThat(page.indexOf("已揽收")).isLessThan(page.indexOf("已出库</b>")).isPositive();
        }

        @Test
        void saysWhenItLeavesUnlessSomethingStopsItOrItIsLate() {
            assertThat(visitor().enter(order.number(), "6207").text()).contains("前发货");
            shop.merchant.run(() -> orders.hold(order.id(), HoldReason.MANUAL, "等客户回电"));
            assertThat(visitor().enter(order.number(), "6207").text()).doesNotContain("前发货");
            shop.merchant.run(() -> orders.releaseHold(
                    order.id(),
                    queries.detailsById(order.id())
                            .orElseThrow()
                            .holds()
                            .getFirst()
                            .id(),
                    "已确认"));
            clock.advance(Duration.ofHours(3));
            assertThat(visitor().enter(order.number(), "6207").text()).doesNotContain("前发货");
        }

        @Test
        void saysWhenItArrivesOnlyIfTheCarrierDoes() throws Exception {
            var waybill = shop.ship(order);
            clock.advance(Duration.ofHours(3));
            record(waybill, 90, "50", TrackingStatus.COLLECTED, "广州白云仓", "顺丰速运 已收取快件");
            assertThat(visitor().enter(order.number(), "6207").text()).doesNotContain("预计");
            promise(waybill, clock.instant().plus(Duration.ofDays(3)));
            assertThat(visitor().enter(order.number(), "6207").text())
                    .contains("预计")
                    .contains("前送达");
            clock.advance(Duration.ofDays(4));
            assertThat(visitor().enter(order.number(), "6207").text())
                    .as("a time that is over")
                    .doesNotContain("预计");
        }

        private void promise(String waybill, java.time.Instant at) throws SQLException {
            try (var connection = TestDatabase.connect();
                    var update = connection.prepareStatement(
                            "update tracking set expected_at = ? where tenant_id = ? and waybill_no = ?")) {
                update.setObject(1, java.time.LocalDateTime.ofInstant(at, java.time.ZoneOffset.UTC));
                update.setInt(2, shop.merchant.id());
                update.setString(3, waybill);
                assertThat(update.executeUpdate()).isEqualTo(1);
            }
        }

        @Test
        void marksTheFifthStepOnlyWhenItIsReached() {
            shop.ship(order);
            var page = visitor().enter(order.number(), "6207").text();
            assertThat(page).contains("<li class=\"ok\">备货中</li>", "<li class=\"now\" aria-current=\"step\">已发货</li>");
            assertThat(page).contains("<li class=\"\">已完成</li>");
        }

        private void record(
                String waybill, int minutesAgo, String code, TrackingStatus status, String place, String text) {
            shop.merchant.run(() -> tracking.record(
                    "SF",
                    List.of(new CarrierScan(
                            waybill,
                            code,
                            clock.instant().minus(Duration.ofMinutes(minutesAgo)),
                            place,
                            text,
                            status,
                            true))));
        }
    }

    @Nested
    class ThePage {

        @Test
        void isGuardedAgainstWhateverABrowserCouldBeTalkedInto() {
            var headers = visitor().get(base()).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'; style-src 'self'")
                    .doesNotContain("unsafe")
                    .doesNotContain("script");
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(headers.allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("dingshu_session"));
        }

        @Test
        void theVisitsCookieIsOutOfReachOfScriptsAndOtherSites() {
            var guest = visitor();
            guest.enter(order.number(), "6207");
            assertThat(guest.setCookie()).contains("HttpOnly", "SameSite=Lax", "Path=" + base(), "Max-Age=1800");
        }

        @Test
        void weighsLittle() throws Exception {
            shop.ship(order);
            var page = visitor().enter(order.number(), "6207").text();
            var style = visitor().get("/s/assets/page.css").text();
            assertThat(zipped(page) + zipped(style)).isLessThan(15_000);
            assertThat(page.length() + style.length()).isLessThan(60_000);
            assertThat(page).doesNotContain("<script").doesNotContain("http://").doesNotContain("https://");
        }

        @Test
        void escapesWhatPeopleWrote() {
            var page = visitor().enter("<script>alert(1)</script>\"'", "0000").text();
            assertThat(page).doesNotContain("<script>").contains("&lt;script&gt;");
        }

        @ParameterizedTest
        @CsvSource({"zh,查订单,zh-CN", "en,Find your order,en"})
        void speaksBothLanguages(String language, String title, String lang) {
            assertThat(visitor().get(base() + "?lang=" + language).text()).contains(title, "lang=\"" + lang + "\"");
        }

        @Test
        void keepsTheLanguageOfTheBrowserAndOfTheChoice() {
            assertThat(visitor().speaking("en-GB,en;q=0.9").get(base()).text()).contains("Find your order");
            var guest = visitor();
            guest.get(base() + "?lang=en");
            assertThat(guest.get(base()).text()).contains("Find your order");
        }

        @Test
        void doesNotExistForAMerchantThatDoesNotExist() {
            var nobody = visitor().get("/s/nobody-here");
            assertThat(nobody.status()).isEqualTo(404);
            assertThat(nobody.text()).contains("没有这个页面");
            assertThat(visitor().get("/s/t/cut").text()).isEqualTo(nobody.text());
        }

        @Test
        void everyLookIsLoggedWithTheWayItWasOpened() {
            visitor().enter(order.number(), "6207");
            visitor().enterCode(PHONE);
            var entries = shop.merchant.call(() -> log.newest(OperationLog.Filter.ALL, null, 20)).stream()
                    .filter(entry -> entry.action().startsWith("status-page"))
                    .toList();
            assertThat(entries).extracting(OperationLog.Entry::action).contains("status-page.view", "status-page.list");
            assertThat(entries).allMatch(entry -> entry.actorKind().equals("BUYER"));
            assertThat(entries).noneMatch(entry -> entry.toString().contains(PHONE));
        }
    }

    private StatusVisitor visitor() {
        return new StatusVisitor(port, shop.merchant.tenant().slug(), this::sentCode);
    }

    private String base() {
        return "/s/" + shop.merchant.tenant().slug();
    }

    private List<MessageRow> newestMessages() {
        return shop.merchant.call(() -> messages.newest(null, 100));
    }

    private String message() {
        return newestMessages().stream()
                .filter(row -> row.template().equals("shipped"))
                .map(MessageRow::text)
                .findFirst()
                .orElseThrow();
    }

    private String sentCode() {
        shop.merchant.settle();
        Matcher code =
                Pattern.compile("\\d{6}").matcher(newestMessages().getFirst().text());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private static String linkIn(String message) {
        Matcher link = Pattern.compile("/s/t/\\S+").matcher(message);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static String maskedOf(String waybill) {
        return waybill.substring(0, 4) + "****" + waybill.substring(waybill.length() - 4);
    }

    /** A page without what must differ: the id the code is entered under, the masked number, the seconds to wait. */
    private static String plain(String page, String maskedPhone) {
        return page.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "#")
                .replace(maskedPhone, "#")
                .replaceAll("\\d+ 秒后", "# 秒后");
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int zipped(String text) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
