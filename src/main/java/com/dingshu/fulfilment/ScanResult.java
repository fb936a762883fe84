package com.dingshu.fulfilment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one answer to a scan. Asking again with the same operation id gives the same answer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ScanResult.Accepted.class, name = "ACCEPTED"),
    @JsonSubTypes.Type(value = ScanResult.TaskComplete.class, name = "TASK_COMPLETE"),
    @JsonSubTypes.Type(value = ScanResult.WrongItem.class, name = "WRONG_ITEM"),
    @JsonSubTypes.Type(value = ScanResult.TooMany.class, name = "TOO_MANY"),
    @JsonSubTypes.Type(value = ScanResult.AlreadyScanned.class, name = "ALREADY_SCANNED"),
    @JsonSubTypes.Type(value = ScanResult.Refused.class, name = "REFUSED"),
    @JsonSubTypes.Type(value = ScanResult.Unknown.class, name = "UNKNOWN"),
    @JsonSubTypes.Type(value = ScanResult.Noted.class, name = "NOTED")
})
public sealed interface ScanResult {

    /** An article as the worker knows it. */
    record Item(String code, String name, @Nullable String bin) {}

    /** How far the line and the whole task are after the scan; pieces. */
    record Progress(int done, int quantity, int taskDone, int taskTotal) {}

    /** Why a parcel must stay. */
    enum Stop {
        HELD,
        CANCELLED,
        /** The receiver was changed: the parcel waits for its new label. */
        ADDRESS_CHANGED,
        /** The number on the label was taken back; the parcel has another. */
        LABEL_VOID,
        NOT_PICKED,
        NOT_PACKED,
        NOT_COMMITTED,
        OTHER_PERSON,
        /** The operation id was used for something else. */
        OPERATION_REUSED;

        /** Whether the label is what is wrong, not the order. */
        boolean ofTheLabel() {
            return this == ADDRESS_CHANGED || this == LABEL_VOID;
        }
    }

    /** The piece is the right one and counted. */
    record Accepted(UUID taskId, @Nullable UUID lineId, String orderNumber, Item scanned, Progress progress)
            implements ScanResult {}

    /** The piece was counted and the task is done with it; for an outbound scan: the parcel is out. */
    record TaskComplete(
            UUID taskId,
            @Nullable UUID lineId,
            String orderNumber,
            @Nullable Item scanned,
            Progress progress) implements ScanResult {}

    /** Another article was scanned than the task still wants. Nothing was counted. */
    record WrongItem(
            UUID taskId,
            String orderNumber,
            Item scanned,
            @Nullable Item wanted) implements ScanResult {}

    /** Of this article everything wanted was scanned already. Nothing was counted. */
    record TooMany(UUID taskId, UUID lineId, String orderNumber, Item scanned, Progress progress)
            implements ScanResult {}

    /** The task or parcel was finished before. Nothing was counted. */
    record AlreadyScanned(UUID taskId, String orderNumber) implements ScanResult {}

    /** The parcel must stay: its order is held or cancelled, its label is wrong, or a step is missing. */
    record Refused(
            @Nullable UUID taskId,
            @Nullable String orderNumber,
            Stop stop,
            String anchor,
            @Nullable String text) implements ScanResult {}

    /** Nobody here knows the code. */
    record Unknown(String code) implements ScanResult {}

    /** A person's decision on a scan is written down; nothing was scanned. */
    record Noted(@Nullable UUID scan, @Nullable String resolution) implements ScanResult {}
}
