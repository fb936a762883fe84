package com.dingshu.orders;

import com.dingshu.audit.Change;
import com.dingshu.audit.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts together what changed of an order and its parts, a transaction an entry. */
@Component
class OrderHistory {

    /** What only follows from other fields, or is for finding and not for reading. */
    private static final Set<String> SILENT = Set.of(
            "contact",
            "phoneIndex",
            "lastFourIndex",
            "nameIndex",
            "channelContact",
            "urgency",
            "stage",
            "blockedKind",
            "blockedArgs",
            "activeHolds",
            "orderId",
            "customerId",
            "shopId",
            "rawPayloadId",
            "mappingVersion",
            "skuId");

    private final History history;

    OrderHistory(History history) {
        this.history = history;
    }

    /** Newest first. */
    List<HistoryEntry> of(UUID orderId) {
        TreeMap<Long, List<Step>> revisions = new TreeMap<>(Comparator.reverseOrder());
        collect(revisions, HistoryEntry.Kind.ORDER, history.of(Order.class, orderId));
        parts(revisions, HistoryEntry.Kind.LINE, OrderLine.class, orderId);
        parts(revisions, HistoryEntry.Kind.HOLD, OrderHold.class, orderId);
        parts(revisions, HistoryEntry.Kind.NOTE, OrderNote.class, orderId);
        return revisions.values().stream().map(OrderHistory::entry).toList();
    }

    private record Step(HistoryEntry.Kind kind, Change change) {}

    private void parts(TreeMap<Long, List<Step>> revisions, HistoryEntry.Kind kind, Class<?> type, UUID orderId) {
        history.ofParts(type, "orderId", orderId).values().forEach(changes -> collect(revisions, kind, changes));
    }

    private static void collect(TreeMap<Long, List<Step>> revisions, HistoryEntry.Kind kind, List<Change> changes) {
        changes.forEach(change -> revisions
                .computeIfAbsent(change.revision(), first -> new ArrayList<>())
                .add(new Step(kind, change)));
    }

    private static HistoryEntry entry(List<Step> steps) {
        Change first = steps.getFirst().change();
        List<HistoryEntry.Part> parts = steps.stream()
                .map(step -> new HistoryEntry.Part(
                        step.kind(),
                        step.change().kind(),
                        step.change().fields().stream()
                                .filter(field -> !SILENT.contains(field.field()))
                                .toList()))
                .filter(part -> !part.fields().isEmpty())
                .toList();
        return new HistoryEntry(first.revision(), first.at(), first.who(), first.reason(), parts);
    }
}
