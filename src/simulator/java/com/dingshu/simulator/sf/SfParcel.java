package com.dingshu.simulator.sf;

import com.dingshu.simulator.Http;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.node.ObjectNode;

/** A parcel the carrier has taken an order for. */
final class SfParcel {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.ofHours(8));

    final SfAccount account;
    final String orderId;
    final String waybillNo;
    final String remark;
    final String from;
    final String city;
    final Set<String> lastFours;
    final ObjectNode answer;
    /** When its way begins; null until then. */
    volatile Instant handedOver;

    private final List<ObjectNode> routes = new CopyOnWriteArrayList<>();
    volatile int steps;
    volatile boolean cancelled;

    SfParcel(SfAccount account, SfOrder order, String waybillNo, ObjectNode answer, Instant created) {
        this.account = account;
        this.orderId = order.orderId();
        this.waybillNo = waybillNo;
        this.remark = order.remark();
        this.from = order.from();
        this.city = order.city();
        this.lastFours = order.lastFours();
        this.answer = answer;
        this.handedOver = account.handsOver() ? null : created;
    }

    List<ObjectNode> routes() {
        return routes;
    }

    ObjectNode add(Instant at, String opCode, String place, String remark) {
        ObjectNode route = Http.object()
                .put("acceptTime", TIME.format(at))
                .put("acceptAddress", filled(place))
                .put("remark", filled(remark))
                .put("opCode", opCode);
        routes.add(route);
        return route;
    }

    /** The evening after the first line of its way. */
    Optional<String> promised() {
        return routes.stream()
                .findFirst()
                .map(first -> first.path("acceptTime").asString("").substring(0, 10))
                .map(day -> LocalDate.parse(day).plusDays(1) + " 18:00:00");
    }

    /** The line as it is pushed. */
    ObjectNode pushed(ObjectNode route) {
        return route.deepCopy()
                .put("mailno", waybillNo)
                .put("orderid", orderId)
                .put("id", waybillNo.substring(2) + routes.indexOf(route))
                .put("reasonCode", "")
                .put("reasonName", "");
    }

    private String filled(String text) {
        return text.replace("{city}", city).replace("{from}", from);
    }
}
