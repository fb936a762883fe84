package com.dingshu.fulfilment.web;

import com.dingshu.fulfilment.Outbound;
import com.dingshu.fulfilment.Packing;
import com.dingshu.fulfilment.Picking;
import com.dingshu.fulfilment.ScanCommand;
import com.dingshu.fulfilment.ScanKind;
import com.dingshu.fulfilment.ScanNotes;
import com.dingshu.fulfilment.WarehouseTask;
import com.dingshu.fulfilment.WarehouseTasks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tasks and scans of the warehouse page. All rules are behind the doors; here is only JSON. */
@RestController
@RequestMapping("/h5/api")
class WarehouseApi {

    private static final int MOST_OPERATIONS = 100;

    private final WarehouseTasks tasks;
    private final Picking picking;
    private final Packing packing;
    private final Outbound outbound;
    private final ScanNotes notes;
    private final Clock clock;

    WarehouseApi(
            WarehouseTasks tasks, Picking picking, Packing packing, Outbound outbound, ScanNotes notes, Clock clock) {
        this.tasks = tasks;
        this.picking = picking;
        this.packing = packing;
        this.outbound = outbound;
        this.notes = notes;
        this.clock = clock;
    }

    @GetMapping("/tasks")
    TaskList tasks() {
        List<WarehouseTask> waiting = tasks.waiting();
        Map<ScanKind, Long> counts = waiting.stream()
                .filter(task -> task.kind() != ScanKind.OUTBOUND || task.state() == WarehouseTask.State.READY)
                .collect(Collectors.groupingBy(WarehouseTask::kind, Collectors.counting()));
        return new TaskList(
                clock.instant(),
                new Counts(
                        counts.getOrDefault(ScanKind.PICK, 0L),
                        counts.getOrDefault(ScanKind.PACK, 0L),
                        counts.getOrDefault(ScanKind.OUTBOUND, 0L)),
                waiting);
    }

    /** Takes what a device recorded, in order; each operation gets its answer, whatever became of those before. */
    @PostMapping("/ops")
    Results operations(@RequestBody Operations operations) {
        if (operations.ops().size() > MOST_OPERATIONS) {
            throw new IllegalArgumentException("ops: at most " + MOST_OPERATIONS + " at once");
        }
        return new Results(operations.ops().stream().map(this::act).toList());
    }

    private ScanAnswer act(Operation operation) {
        return switch (operation.kind()) {
            case "PICK" -> ScanAnswer.of(operation.opId(), picking.scan(operation.command()));
            case "PACK" -> ScanAnswer.of(operation.opId(), packing.scan(operation.command()));
            case "OUTBOUND" -> ScanAnswer.of(operation.opId(), outbound.scan(operation.command()));
            case "RESOLVE" -> resolved(operation);
            default -> throw new IllegalArgumentException("kind: PICK, PACK, OUTBOUND or RESOLVE");
        };
    }

    private ScanAnswer resolved(Operation operation) {
        if (operation.resolves() == null || operation.resolution() == null) {
            throw new IllegalArgumentException("resolves and resolution: both are needed");
        }
        return ScanAnswer.of(
                operation.opId(), notes.resolved(operation.command(), operation.resolves(), operation.resolution()));
    }

    record TaskList(Instant now, Counts counts, List<WarehouseTask> tasks) {}

    record Counts(long pick, long pack, long outbound) {}

    record Operations(List<Operation> ops) {}

    record Results(List<ScanAnswer> results) {}

    record Operation(
            UUID opId,
            UUID userId,
            String kind,
            @Nullable UUID taskId,
            @Nullable String code,
            @Nullable Instant at,
            @Nullable UUID resolves,
            @Nullable String resolution) {

        ScanCommand command() {
            if (code == null || at == null) {
                throw new IllegalArgumentException("code and at: both are needed");
            }
            return new ScanCommand(opId, userId, taskId, code, at);
        }
    }
}
