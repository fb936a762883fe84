package com.dingshu.journey;

import static org.awaitility.Awaitility.await;

import com.dingshu.blueprints.DemoMerchant;
import com.dingshu.channels.Connections;
import com.dingshu.channels.FileImports;
import com.dingshu.channels.InboxFilter;
import com.dingshu.channels.InboxQueries;
import com.dingshu.channels.RawState;
import com.dingshu.channels.Whereabouts;
import com.dingshu.fulfilment.Outbound;
import com.dingshu.fulfilment.Packing;
import com.dingshu.fulfilment.ParcelInfo;
import com.dingshu.fulfilment.Parcels;
import com.dingshu.fulfilment.Picking;
import com.dingshu.fulfilment.ScanCommand;
import com.dingshu.fulfilment.ScanKind;
import com.dingshu.fulfilment.WarehouseTask;
import com.dingshu.fulfilment.WarehouseTasks;
import com.dingshu.identity.UserInfo;
import com.dingshu.identity.Users;
import com.dingshu.notifications.AlertKind;
import com.dingshu.notifications.MessageLog;
import com.dingshu.notifications.SaveAlertRecipient;
import com.dingshu.notifications.StaffAlerts;
import com.dingshu.orders.Anchor;
import com.dingshu.orders.HoldReason;
import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.OrderSummary;
import com.dingshu.orders.Orders;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * A demo merchant in the middle of a day: orders of all channels in every state, one that nobody can map yet, parcels on
 * the way, messages sent.
 */
final class BusyDay {

    /** The telephone of the customer who has ordered before and now follows a parcel. */
    static final String PHONE = "13812346207";

    private static final String WISH =
            "{\"paid\":true,\"lines\":%d,\"sku\":\"%s\",\"quantity\":%d,\"name\":\"%s\",\"phone\":\"%s\",\"patch\":{\"%s\":\"%s\"}}";

    private final DemoMerchant shop;
    private final BeanFactory beans;
    private Duration past = Duration.ZERO;
    private final String shipped;
    private final String held;
    private final String inReview;
    private final UUID imported;

    private BusyDay(DemoMerchant shop, BeanFactory beans, boolean whole) {
        this.shop = shop;
        this.beans = beans;
        if (whole) {
            sellSome(3);
            pass(Duration.ofMinutes(80));
            sellSome(2);
        }
        List<String> taobao = Stream.of(
                        sell("taobao", 2, "LJ-MQ-050", 1, "陈晓蓉", "13905718826"),
                        sell("taobao", 1, "BLC-100", 2, "林浩然", "13606028517"),
                        sell("taobao", 3, "HSMF-100", 1, "郑雅琴", "13705916604"))
                .toList();
        shop.sell("taobao", "{\"paid\":false,\"lines\":1,\"sku\":\"LAGP-125\",\"quantity\":1,\"name\":\"谢嘉明\"}");
        shop.sell("taobao", "{\"paid\":true,\"lines\":1,\"sku\":\"NEW-GIFT-BOX\",\"quantity\":1,\"name\":\"许文博\"}");
        shop.sell("shopify", "{\"count\":2,\"paid\":true}");
        String first = sell("douyin", 2, "LJ-YQ-250", 1, "黄小敏", PHONE);
        String noted = sell("douyin", 1, "XYMJ-125", 2, "王思远", "13502876631", "送人的，不要放价格单");
        shop.sell("douyin", "{\"paid\":true,\"lines\":1,\"sku\":\"AJBC-100\",\"patch\":{\"order_status\":777}}");
        for (String channel : List.of("taobao", "shopify", "douyin")) {
            pull(channel);
        }
        shipped = number(first);
        inReview = number(noted);
        held = number(taobao.get(1));
        hold();
        imported = importAFile();
        send(shipped);
        pick(number(taobao.get(2)));
        if (whole) {
            send(number(taobao.get(0)));
            pass(Duration.ofMinutes(50));
            sellSome(3);
        }
    }

    /** Some orders and what becomes of them. */
    static BusyDay of(DemoMerchant shop, BeanFactory beans) {
        return new BusyDay(shop, beans, false);
    }

    /** The same in the midst of many others, over some hours. The clocks of all are moved; {@link #end} puts them back. */
    static BusyDay whole(DemoMerchant shop, BeanFactory beans) {
        return new BusyDay(shop, beans, true);
    }

    /** The time is what it was before. */
    void end() {
        beans.getBean(TestClock.class).reset();
        shop.moveClock(Duration.ZERO);
    }

    private void sellSome(int each) {
        for (String channel : List.of("taobao", "shopify", "douyin")) {
            shop.sell(channel, "{\"count\":" + each + "}");
            pull(channel);
        }
    }

    private void pass(Duration time) {
        past = past.plus(time);
        beans.getBean(TestClock.class).advance(time);
        shop.moveClock(past);
        shop.merchant().settle();
    }

    /** The number of an order that is on its way to {@link #PHONE}. */
    String shipped() {
        return shipped;
    }

    /** The number of an order that a person holds. */
    String held() {
        return held;
    }

    /** The number of an order that waits for somebody to look at it. */
    String inReview() {
        return inReview;
    }

    /** A file of orders, half of it wrong. */
    UUID imported() {
        return imported;
    }

    /** A payload that waits to be understood. */
    UUID payload() {
        return shop.merchant()
                .call(() -> beans.getBean(InboxQueries.class).page(InboxFilter.of(Set.of(RawState.REJECTED)), null, 1))
                .rows()
                .getFirst()
                .id();
    }

    /** Whoever ordered what was shipped. */
    UUID customer() {
        return details(shipped).customerId();
    }

    /** Whoever is told by SMS. */
    UUID told() {
        var wish = new SaveAlertRecipient(null, "赵铁成", "13912340000", "zh", Set.of(AlertKind.values()));
        shop.merchant().call(() -> beans.getBean(StaffAlerts.class).save(wish));
        return shop.merchant()
                .call(() -> beans.getBean(StaffAlerts.class).recipients())
                .getFirst()
                .id();
    }

    /** The newest message. */
    UUID message() {
        return shop.merchant()
                .call(() -> beans.getBean(MessageLog.class).newest(null, 1))
                .getFirst()
                .id();
    }

    private UUID importAFile() {
        String headings = "订单编号,订单状态,下单时间,付款时间,收货人,手机号,省,市,区,详细地址,商品编码,商品名称,数量,单价,优惠,运费,实付金额\n";
        String row =
                "%s,待发货,2026-11-20 10:00:00,2026-11-20 10:01:00,方怡,13800000001,浙江省,杭州市,余杭区,文一西路1号,%s,龙井,1,228.00,0,0,228.00\n";
        byte[] file = (headings + row.formatted("SQ-1001", "LJ-MQ-050") + row.formatted("SQ-1002", "NO-SUCH-TEA"))
                .getBytes(StandardCharsets.UTF_8);
        UUID id = shop.merchant().call(() -> beans.getBean(FileImports.class)
                .start(shop.shop("file").id(), "社群团购.csv", file));
        shop.merchant().settle();
        return id;
    }

    /** The path of the link that the customer of the shipped order got. */
    String customersLink() {
        return shop.merchant().call(() -> beans.getBean(MessageLog.class).newest(null, 50)).stream()
                .filter(row -> row.template().equals("shipped"))
                .filter(row -> String.valueOf(row.text()).contains(shipped))
                .flatMap(row -> Optional.ofNullable(row.text()).stream())
                .map(Pattern.compile("/s/t/\\S+")::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow();
    }

    private String sell(String channel, int lines, String sku, int quantity, String name, String phone) {
        return sell(channel, lines, sku, quantity, name, phone, "");
    }

    private String sell(String channel, int lines, String sku, int quantity, String name, String phone, String note) {
        String field = channel.equals("douyin") ? "buyer_words" : "buyer_message";
        return shop.sell(channel, WISH.formatted(lines, sku, quantity, name, phone, field, note));
    }

    private void pull(String channel) {
        // platforms list a change some moments after it was made
        beans.getBean(TestClock.class).advance(Duration.ofSeconds(6));
        UUID id = shop.shop(channel).id();
        shop.merchant().run(() -> beans.getBean(Connections.class).pullNow(id));
        shop.merchant().settle();
    }

    private String number(String channelOrderNo) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> cameIn(channelOrderNo), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> cameIn(String channelOrderNo) {
        shop.merchant().settle();
        Whereabouts whereabouts =
                shop.merchant().call(() -> beans.getBean(InboxQueries.class).whereIs(channelOrderNo));
        if (whereabouts.payloads().stream().anyMatch(payload -> payload.state() == RawState.REJECTED)) {
            throw new IllegalStateException("It waits for a person and will not come in by itself: " + whereabouts);
        }
        return whereabouts.orderNumber();
    }

    private void hold() {
        Actor reviewer = person("ops", Set.of(Permission.values()));
        OrderSummary order = order(held);
        as(reviewer, () -> beans.getBean(Orders.class).hold(order.id(), HoldReason.MANUAL, "地址待买家确认"));
        shop.merchant().settle();
    }

    private OrderSummary order(String number) {
        return details(number).summary();
    }

    private OrderDetails details(String number) {
        return shop.merchant()
                .call(() -> beans.getBean(OrderQueries.class).details(number))
                .orElseThrow();
    }

    private void send(String number) {
        pick(number);
        UUID order = order(number).id();
        Actor packer = person("packer", Set.of(Permission.FULFILMENT_PACK, Permission.FULFILMENT_OUTBOUND));
        scanAll(packer, ScanKind.PACK, number);
        ParcelInfo parcel = shop.merchant()
                .call(() -> beans.getBean(Parcels.class).ofOrder(order))
                .getFirst();
        as(packer, () -> beans.getBean(Outbound.class).scan(scan(packer, null, String.valueOf(parcel.waybillNo()))));
        shop.merchant().settle();
        if (order(number).anchor() != Anchor.SHIPPED) {
            throw new IllegalStateException(number + " was not sent out");
        }
    }

    private void pick(String number) {
        scanAll(person("picker", Set.of(Permission.FULFILMENT_PICK)), ScanKind.PICK, number);
    }

    private void scanAll(Actor worker, ScanKind kind, String number) {
        shop.merchant().settle();
        WarehouseTask task = as(
                        worker, () -> beans.getBean(WarehouseTasks.class).waiting())
                .stream()
                .filter(waiting ->
                        waiting.kind() == kind && waiting.orderNumber().equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The warehouse has no task for " + number));
        task.lines().forEach(line -> {
            for (int piece = line.done(); piece < line.quantity(); piece++) {
                ScanCommand scan = scan(worker, task.id(), line.skuCode());
                as(
                        worker,
                        () -> kind == ScanKind.PICK
                                ? beans.getBean(Picking.class).scan(scan)
                                : beans.getBean(Packing.class).scan(scan));
            }
        });
        shop.merchant().settle();
    }

    private ScanCommand scan(Actor worker, @Nullable UUID task, String code) {
        return new ScanCommand(
                Ids.next(),
                Objects.requireNonNull(worker.userId()),
                task,
                code,
                beans.getBean(TestClock.class).instant());
    }

    private Actor person(String login, Set<Permission> permissions) {
        UserInfo user = shop.merchant().call(() -> beans.getBean(Users.class).list()).stream()
                .filter(known -> known.login().equals(login))
                .findFirst()
                .orElseThrow();
        return new Actor(Actor.Kind.USER, user.id(), user.name(), permissions, "Chrome 140 · Windows");
    }

    private <T> T as(Actor actor, Callable<T> work) {
        return Acting.as(shop.merchant().id(), actor).call(work);
    }
}
