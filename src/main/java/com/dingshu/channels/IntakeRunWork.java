package com.dingshu.channels;

import com.dingshu.channels.IntakeRunGateway.Item;
import com.dingshu.channels.IntakeRunGateway.Result;
import com.dingshu.channels.IntakeRunGateway.Run;
import com.dingshu.channels.RawGateway.Outcome;
import com.dingshu.channels.RawGateway.Waiting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.TenantWork;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Goes on with runs, a portion at a time: asks which orders there are, fetches what is missing, takes it in. */
@Component
class IntakeRunWork implements TenantWork {

    static final String KIND = "intake-run";

    private static final int PORTION = 48;

    private final IntakeRunGateway gateway;
    private final Backfill backfill;
    private final RawGateway raw;
    private final PayloadIntake intake;
    private final Retrying retrying;
    private final Clock clock;

    IntakeRunWork(
            IntakeRunGateway gateway,
            Backfill backfill,
            RawGateway raw,
            PayloadIntake intake,
            Retrying retrying,
            Clock clock) {
        this.gateway = gateway;
        this.backfill = backfill;
        this.raw = raw;
        this.intake = intake;
        this.retrying = retrying;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Actor actor() {
        return Actor.job("intake-run", Permission.ORDERS_ACCEPT, Permission.FACTS_RECORD);
    }

    @Override
    public boolean pending() {
        return gateway.anyDue(clock.instant());
    }

    @Override
    public int drain() {
        Optional<Run> next = gateway.nextDue(clock.instant());
        next.ifPresent(this::goOn);
        return next.isPresent() ? 1 : 0;
    }

    private void goOn(Run run) {
        boolean listing = run.listedUntil() != null;
        List<Item> items = gateway.waiting(run.id(), listing, PORTION);
        if (listing && items.isEmpty()) {
            backfill.list(run);
            return;
        }
        if (items.isEmpty()) {
            retrying.inTransaction(() -> gateway.finish(run.id(), "", clock.instant()));
            return;
        }
        Map<String, UUID> payloads = backfill.fetch(
                run, items.stream().filter(item -> item.rawId() == null).toList());
        items.stream()
                .filter(item -> item.rawId() != null)
                .forEach(item -> payloads.put(item.key(), Objects.requireNonNull(item.rawId())));
        takeIn(run, payloads);
    }

    private void takeIn(Run run, Map<String, UUID> payloads) {
        Map<UUID, Waiting> rows = raw.findAll(payloads.values());
        List<Waiting> open = rows.values().stream()
                .filter(row -> !row.state().inSystem() && row.state() != RawState.DISCARDED)
                .toList();
        Map<UUID, Outcome> outcomes = open.isEmpty()
                ? Map.of()
                : intake.process(open).stream().collect(Collectors.toMap(Outcome::id, outcome -> outcome));
        Map<UUID, String> numbers = payloads.isEmpty() ? Map.of() : raw.orderNumbers(payloads.values());
        List<Result> results = new ArrayList<>();
        @Nullable Instant later = null;
        for (Map.Entry<String, UUID> payload : payloads.entrySet()) {
            @Nullable Outcome outcome = outcomes.get(payload.getValue());
            if (outcome != null && isPostponed(outcome)) {
                later = outcome.nextAt();
            } else {
                results.add(
                        result(payload.getKey(), payload.getValue(), outcome, numbers, rows.get(payload.getValue())));
            }
        }
        settle(run, results, later);
    }

    private void settle(Run run, List<Result> results, @Nullable Instant later) {
        retrying.inTransaction(() -> {
            if (!results.isEmpty()) {
                gateway.settle(run.id(), results);
            }
            if (later != null) {
                gateway.goesOn(run.id(), later, 0);
            }
        });
    }

    private static boolean isPostponed(Outcome outcome) {
        return outcome.nextAt() != null && outcome.problemKind() == null && outcome.orderNumber() == null;
    }

    private Result result(
            String key, UUID rawId, @Nullable Outcome outcome, Map<UUID, String> numbers, @Nullable Waiting row) {
        @Nullable String number = numbers.get(rawId);
        if (outcome == null) {
            boolean gone = row == null || row.state() == RawState.DISCARDED;
            return new Result(
                    key,
                    gone ? IntakeRunItemState.FAILED : IntakeRunItemState.PRESENT,
                    rawId,
                    number,
                    gone ? "DISCARDED" : null,
                    gone ? "payload" : null,
                    null);
        }
        return new Result(
                key,
                state(outcome),
                rawId,
                number,
                outcome.problemKind(),
                outcome.problemField(),
                outcome.problemDetail());
    }

    private static IntakeRunItemState state(Outcome outcome) {
        return switch (outcome.state()) {
            case REJECTED, DEAD -> IntakeRunItemState.REPAIR;
            case FAILED, DISCARDED -> IntakeRunItemState.FAILED;
            case RECEIVED, MAPPED -> IntakeRunItemState.CHANGED;
            case APPLIED, REPLAYED, DUPLICATE, SUPERSEDED ->
                switch (outcome.effect()) {
                    case CREATED -> IntakeRunItemState.CREATED;
                    case CHANGED -> IntakeRunItemState.CHANGED;
                    case UNCHANGED, REFUSED -> IntakeRunItemState.PRESENT;
                };
        };
    }
}
