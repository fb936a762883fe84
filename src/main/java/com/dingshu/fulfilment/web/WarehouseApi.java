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
    private static final String KINDS = "kind: PICK, PACK, OUTBOUND or RESOLVE";

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
        return new Results(operations.ops().stream().map(this::act).toList());
    }

    private ScanAnswer act(Operation operation) {
        return switch (operation.kind()) {
            case "PICK" -> ScanAnswer.of(operation.opId(), picking.scan(operation.command()));
            case "PACK" -> ScanAnswer.of(operation.opId(), packing.scan(operation.command()));
            case "OUTBOUND" -> ScanAnswer.of(operation.opId(), outbound.scan(operation.command()));
            case "RESOLVE" -> resolved(operation);
            default -> throw new IllegalArgumentException(KINDS);
        };
    }

    private ScanAnswer resolved(Operation operation) {
        return ScanAnswer.of(
                operation.opId(),
                notes.resolved(
                        operation.command(),
                        needed(operation.resolves(), "resolves"),
                        needed(operation.resolution(), "resolution")));
    }

    private static <T> T needed(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + ": is needed");
        }
        return value;
    }

    record TaskList(Instant now, Counts counts, List<WarehouseTask> tasks) {}

    record Counts(long pick, long pack, long outbound) {}

    /** What is wrong with a batch is found while it is read, so that nothing of it takes effect and the device is told. */
    record Operations(List<Operation> ops) {

        Operations {
            needed(ops, "ops");
            ops.forEach(op -> needed(op, "ops"));
            if (ops.size() > MOST_OPERATIONS) {
                throw new IllegalArgumentException("ops: at most " + MOST_OPERATIONS + " at once");
            }
        }
    }

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

        Operation {
            needed(opId, "opId");
            needed(userId, "userId");
            new ScanCommand(opId, userId, taskId, needed(code, "code"), needed(at, "at"));
            switch (needed(kind, "kind")) {
                case "PICK", "PACK", "OUTBOUND" -> {}
                case "RESOLVE" -> {
                    needed(resolves, "resolves");
                    needed(resolution, "resolution");
                }
                default -> throw new IllegalArgumentException(KINDS);
            }
        }

        ScanCommand command() {
            return new ScanCommand(opId, userId, taskId, needed(code, "code"), needed(at, "at"));
        }
    }
}
