package com.dingshu.fulfilment;

import com.dingshu.catalog.Catalog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/** What picking and packing have in common: a piece is held against the lines of one task and counted. */
@Component
class TaskScans {

    private final FulfilmentOrderRepository orders;
    private final FulfilmentLineRepository lines;
    private final Catalog catalog;
    private final OrderGate gate;
    private final Clock clock;

    TaskScans(
            FulfilmentOrderRepository orders,
            FulfilmentLineRepository lines,
            Catalog catalog,
            OrderGate gate,
            Clock clock) {
        this.orders = orders;
        this.lines = lines;
        this.catalog = catalog;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * One of the two steps.
     *
     * @param open whether the task is at this step
     * @param notYet whether an earlier step is missing
     * @param counted how many pieces of a line this step has counted
     * @param finished told the order once the last piece is counted
     */
    record Step(
            Predicate<FulfilmentOrder> open,
            Predicate<FulfilmentOrder> notYet,
            ToIntFunction<FulfilmentLine> counted,
            Consumer<FulfilmentLine> countLine,
            BiConsumer<FulfilmentOrder, Instant> countTask,
            ToIntFunction<FulfilmentOrder> taskDone,
            Finish finished) {}

    /** What the order is told at the end of a step. */
    interface Finish {
        void tell(OrderGate gate, FulfilmentOrder task, Instant at);
    }

    ScanResult scan(ScanCommand command, Step step) {
        Optional<FulfilmentOrder> found = command.taskId() == null ? Optional.empty() : orders.lock(command.taskId());
        return found.map(task -> scan(task, command.code(), step))
                .orElseGet(() -> new ScanResult.Unknown(command.code()));
    }

    private ScanResult scan(FulfilmentOrder task, String code, Step step) {
        Optional<ScanResult.Refused> stop = gate.stop(task);
        if (stop.isPresent()) {
            return stop.get();
        }
        if (step.notYet().test(task)) {
            return gate.refused(task, ScanResult.Stop.NOT_PICKED);
        }
        if (!step.open().test(task)) {
            return new ScanResult.AlreadyScanned(task.id(), task.orderNumber());
        }
        List<FulfilmentLine> all = lines.findByFulfilmentOrderIdOrderByLineNo(task.id());
        List<FulfilmentLine> matching =
                all.stream().filter(line -> line.is(code)).toList();
        if (matching.isEmpty()) {
            return notWanted(task, code, all, step);
        }
        return matching.stream()
                .filter(line -> step.counted().applyAsInt(line) < line.quantity())
                .findFirst()
                .map(line -> count(task, line, step))
                .orElseGet(() -> tooMany(task, matching.getLast(), step));
    }

    private ScanResult count(FulfilmentOrder task, FulfilmentLine line, Step step) {
        step.countLine().accept(line);
        step.countTask().accept(task, clock.instant());
        ScanResult.Progress progress = progress(task, line, step);
        if (progress.taskDone() < progress.taskTotal()) {
            return new ScanResult.Accepted(task.id(), line.id(), task.orderNumber(), line.item(), progress);
        }
        step.finished().tell(gate, task, clock.instant());
        return new ScanResult.TaskComplete(task.id(), line.id(), task.orderNumber(), line.item(), progress);
    }

    private static ScanResult tooMany(FulfilmentOrder task, FulfilmentLine line, Step step) {
        return new ScanResult.TooMany(
                task.id(), line.id(), task.orderNumber(), line.item(), progress(task, line, step));
    }

    private ScanResult notWanted(FulfilmentOrder task, String code, List<FulfilmentLine> all, Step step) {
        Optional<ScanResult.Item> known = catalog.byBarcode(code)
                .or(() -> catalog.byCode(code))
                .map(sku -> new ScanResult.Item(sku.code(), sku.name(), null));
        ScanResult.Item wanted = all.stream()
                .filter(line -> step.counted().applyAsInt(line) < line.quantity())
                .findFirst()
                .map(FulfilmentLine::item)
                .orElse(null);
        return known.<ScanResult>map(item -> new ScanResult.WrongItem(task.id(), task.orderNumber(), item, wanted))
                .orElseGet(() -> new ScanResult.Unknown(code));
    }

    private static ScanResult.Progress progress(FulfilmentOrder task, FulfilmentLine line, Step step) {
        return new ScanResult.Progress(
                step.counted().applyAsInt(line),
                line.quantity(),
                step.taskDone().applyAsInt(task),
                task.totalUnits());
    }
}
