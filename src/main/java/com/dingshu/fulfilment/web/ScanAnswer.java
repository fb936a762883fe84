package com.dingshu.fulfilment.web;

import com.dingshu.fulfilment.ScanResult;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@link ScanResult} with all its parts side by side, as the device reads it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScanAnswer(
        UUID opId,
        String result,
        @Nullable UUID taskId,
        @Nullable UUID lineId,
        ScanResult.@Nullable Item scanned,
        ScanResult.@Nullable Item wanted,
        @Nullable Integer done,
        @Nullable Integer quantity,
        @Nullable Integer taskDone,
        @Nullable Integer taskTotal,
        @Nullable Order order) {

    /** The order the parcel belongs to and, when it must stay, why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Order(
            @Nullable String number,
            @Nullable String anchor,
            @Nullable String reason,
            @Nullable String text) {}

    static ScanAnswer of(UUID opId, ScanResult result) {
        return switch (result) {
            case ScanResult.Accepted a ->
                counted(opId, "ACCEPTED", a.taskId(), a.lineId(), a.scanned(), a.progress(), a.orderNumber());
            case ScanResult.TaskComplete c ->
                counted(opId, "TASK_COMPLETE", c.taskId(), c.lineId(), c.scanned(), c.progress(), c.orderNumber());
            case ScanResult.TooMany m ->
                counted(opId, "TOO_MANY", m.taskId(), m.lineId(), m.scanned(), m.progress(), m.orderNumber());
            case ScanResult.WrongItem w ->
                new ScanAnswer(
                        opId,
                        "WRONG_ITEM",
                        w.taskId(),
                        null,
                        w.scanned(),
                        w.wanted(),
                        null,
                        null,
                        null,
                        null,
                        order(w.orderNumber()));
            case ScanResult.AlreadyScanned s ->
                new ScanAnswer(
                        opId,
                        "ALREADY_SCANNED",
                        s.taskId(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        order(s.orderNumber()));
            case ScanResult.Refused r ->
                new ScanAnswer(
                        opId,
                        "REFUSED",
                        r.taskId(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new Order(r.orderNumber(), r.anchor(), r.stop().name(), r.text()));
            case ScanResult.Noted noted ->
                new ScanAnswer(opId, "ACCEPTED", null, null, null, null, null, null, null, null, null);
            case ScanResult.Unknown u ->
                new ScanAnswer(
                        opId,
                        "UNKNOWN",
                        null,
                        null,
                        new ScanResult.Item(u.code(), "", null),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        };
    }

    private static ScanAnswer counted(
            UUID opId,
            String result,
            UUID taskId,
            @Nullable UUID lineId,
            ScanResult.@Nullable Item scanned,
            ScanResult.Progress progress,
            String orderNumber) {
        return new ScanAnswer(
                opId,
                result,
                taskId,
                lineId,
                scanned,
                null,
                progress.done(),
                progress.quantity(),
                progress.taskDone(),
                progress.taskTotal(),
                order(orderNumber));
    }

    private static Order order(String number) {
        return new Order(number, null, null, null);
    }
}
