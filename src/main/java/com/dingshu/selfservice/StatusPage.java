package com.dingshu.selfservice;

import com.dingshu.orders.Anchor;
import com.dingshu.orders.ClockState;
import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.OrderSummary;
import com.dingshu.selfservice.StatusOrder.Item;
import com.dingshu.selfservice.StatusOrder.Stop;
import com.dingshu.shipping.CarrierScan;
import com.dingshu.shipping.TrackedParcel;
import com.dingshu.shipping.Tracking;
import com.dingshu.shipping.TrackingStatus;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a pass shows. Every order looked at is logged with the way it was opened. */
@Service
@Transactional
public class StatusPage {

    private static final Pattern ASIDE = Pattern.compile("（[^（）]*）");

    private final StatusOrders orders;
    private final Tracking tracking;
    private final OperationLog log;
    private final Clock clock;

    StatusPage(StatusOrders orders, Tracking tracking, OperationLog log, Clock clock) {
        this.orders = orders;
        this.tracking = tracking;
        this.log = log;
        this.clock = clock;
    }

    /** The one order of a link or an order number. */
    @Requires(Permission.STATUS_PAGE)
    public Optional<StatusOrder> only(Pass pass) {
        return pass.orderId() == null ? Optional.empty() : show(pass, pass.orderId());
    }

    /** One of a telephone's orders; empty when the number is not among them. */
    @Requires(Permission.STATUS_PAGE)
    public Optional<StatusOrder> one(Pass pass, String number) {
        return ofPhone(pass).stream()
                .filter(order -> order.number().equals(number))
                .findFirst()
                .flatMap(order -> show(pass, order.id()));
    }

    /** All orders of a telephone, the newest first; empty for a pass that proves no telephone. */
    @Requires(Permission.STATUS_PAGE)
    public List<StatusLine> all(Pass pass) {
        List<OrderSummary> found = ofPhone(pass);
        Map<String, TrackedParcel> parcels = tracking.latest(found.stream()
                .map(OrderSummary::waybillNo)
                .filter(Objects::nonNull)
                .toList());
        log.record("status-page.list", "customer", masked(pass), found.size() + " orders");
        return found.stream().map(order -> line(order, parcels)).toList();
    }

    private List<OrderSummary> ofPhone(Pass pass) {
        return pass.phone() == null ? List.of() : orders.ofPhone(pass.phone());
    }

    private Optional<StatusOrder> show(Pass pass, UUID orderId) {
        Optional<OrderDetails> details = orders.details(orderId);
        details.ifPresent(order -> log.record(
                "status-page.view", "order", order.number(), pass.kind().word()));
        return details.map(this::read);
    }

    private StatusOrder read(OrderDetails order) {
        OrderSummary summary = order.summary();
        String waybillNo = summary.waybillNo();
        TrackedParcel parcel =
                waybillNo == null ? null : tracking.latest(List.of(waybillNo)).get(waybillNo);
        List<Stop> stops = stops(order, waybillNo);
        return new StatusOrder(
                order.number(),
                summary.placedAt(),
                summary.anchor(),
                parcel == null ? null : parcel.status(),
                summary.carrier(),
                maskedWaybill(waybillNo),
                stops,
                order.lines().stream()
                        .filter(line -> line.wanted() > 0)
                        .map(StatusPage::item)
                        .toList(),
                summary.currency(),
                order.money().freight(),
                order.money().tax(),
                order.money().paid() > 0,
                order.money().paid() > 0
                        ? order.money().paid() - order.money().refunded()
                        : order.money().due(),
                order.receiver(),
                leavesBy(summary),
                expectedAt(summary, parcel),
                updatedAt(order, stops));
    }

    /** Nothing is promised of an order that waits for something, nor a time that is over. */
    private @Nullable Instant leavesBy(OrderSummary order) {
        boolean inHand = order.anchor() == Anchor.PAID || order.anchor() == Anchor.PICKING;
        return inHand && order.clock().state() == ClockState.RUNNING
                ? ahead(order.clock().dueAt())
                : null;
    }

    private @Nullable Instant expectedAt(OrderSummary order, @Nullable TrackedParcel parcel) {
        if (order.anchor() != Anchor.SHIPPED || parcel == null) {
            return null;
        }
        boolean coming = parcel.deliveredAt() == null && !parcel.status().exception();
        return coming ? ahead(parcel.expectedAt()) : null;
    }

    private @Nullable Instant ahead(@Nullable Instant at) {
        return at != null && at.isAfter(clock.instant()) ? at : null;
    }

    /** What the carrier told, once our own outbound scan made the parcel the carrier's. */
    private List<Stop> stops(OrderDetails order, @Nullable String waybillNo) {
        Instant shippedAt = order.facts().shippedAt();
        if (shippedAt == null) {
            return List.of();
        }
        List<Stop> stops = new ArrayList<>();
        if (waybillNo != null) {
            tracking.events(waybillNo).stream()
                    .filter(scan -> scan.status() != null)
                    .map(StatusPage::stop)
                    .forEach(stops::add);
        }
        stops.add(new Stop(shippedAt, null, "", ""));
        stops.sort(Comparator.comparing(Stop::at).reversed());
        return stops;
    }

    private static Stop stop(CarrierScan scan) {
        return new Stop(
                scan.at(),
                scan.status(),
                scan.place(),
                ASIDE.matcher(scan.text()).replaceAll("").strip());
    }

    private static Instant updatedAt(OrderDetails order, List<Stop> stops) {
        OrderDetails.Facts facts = order.facts();
        return Stream.of(
                        stops.isEmpty() ? null : stops.getFirst().at(),
                        facts.placedAt(),
                        facts.paidAt(),
                        facts.releasedAt(),
                        facts.shippedAt(),
                        facts.deliveredAt(),
                        facts.completedAt(),
                        facts.closedAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static Item item(OrderDetails.Line line) {
        return new Item(line.name(), line.spec(), line.wanted(), line.payableOf(line.wanted()), line.gift());
    }

    private static StatusLine line(OrderSummary order, Map<String, TrackedParcel> parcels) {
        TrackedParcel parcel = order.waybillNo() == null ? null : parcels.get(order.waybillNo());
        TrackingStatus status = parcel == null ? null : parcel.status();
        return new StatusLine(
                order.number(),
                order.placedAt(),
                order.anchor(),
                status,
                order.itemText(),
                order.units(),
                order.currency(),
                order.paidMinor() > 0 ? order.paidMinor() : order.dueMinor());
    }

    /** SF16****4380 */
    static String maskedWaybill(@Nullable String number) {
        if (number == null || number.length() < 10) {
            return number == null ? "" : "****";
        }
        return number.substring(0, 4) + "****" + number.substring(number.length() - 4);
    }

    private static String masked(Pass pass) {
        return pass.phone() == null ? "" : StatusAccess.masked(pass.phone());
    }
}
