package com.dingshu.channels;

import com.dingshu.channels.OrderGroups.Group;
import com.dingshu.channels.RawGateway.Outcome;
import com.dingshu.channels.RawGateway.Waiting;
import com.dingshu.channels.csv.FileContent;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.dingshu.tenancy.TenantWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes files in: 500 rows a batch, going on after the last batch that was noted when it was interrupted. */
@Component
class FileImportWork implements TenantWork {

    static final String KIND = "file-import";

    private static final int BATCH_ROWS = 500;
    private static final Duration PORTION = Duration.ofSeconds(5);

    private final FileImportGateway gateway;
    private final RawBodies bodies;
    private final RawInbox inbox;
    private final RawGateway raw;
    private final PayloadIntake intake;
    private final CurrentMappings mappings;
    private final Shops shops;
    private final Retrying retrying;
    private final JsonMapper json;
    private final Clock clock;

    FileImportWork(
            FileImportGateway gateway,
            RawBodies bodies,
            RawInbox inbox,
            RawGateway raw,
            PayloadIntake intake,
            CurrentMappings mappings,
            Shops shops,
            Retrying retrying,
            JsonMapper json,
            Clock clock) {
        this.gateway = gateway;
        this.bodies = bodies;
        this.inbox = inbox;
        this.raw = raw;
        this.intake = intake;
        this.mappings = mappings;
        this.shops = shops;
        this.retrying = retrying;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Actor actor() {
        return Actor.job("import", Permission.ORDERS_ACCEPT, Permission.FACTS_RECORD, Permission.CHANNELS_IMPORT);
    }

    @Override
    public boolean pending() {
        return gateway.anyRunning();
    }

    @Override
    public int drain() {
        Optional<FileImportInfo> next = gateway.nextRunning();
        next.ifPresent(this::goOn);
        return next.isPresent() ? 1 : 0;
    }

    private void goOn(FileImportInfo info) {
        FileImportGateway.Body body = gateway.body(info.id()).orElseThrow();
        byte[] content = bodies.open("file_import", info.id(), body.closed(), body.size());
        switch (OrderGroups.read(content, mappings.of("file"))) {
            case FileContent.Unreadable(FileContent.Reason reason, String detail) ->
                retrying.inTransaction(() -> gateway.refused(info.id(), reason.name(), clock.instant()));
            case FileContent.Rows rows -> takeIn(info, rows);
        }
    }

    private void takeIn(FileImportInfo info, FileContent.Rows file) {
        ShopInfo shop = shops.byId(info.shopId()).orElseThrow();
        List<Group> groups = OrderGroups.of(file, mappings.of("file"), shop, shops.all());
        Instant until = clock.instant().plus(PORTION);
        int rowsDone = 0;
        for (int at = 0; at < groups.size(); ) {
            List<Group> batch = batch(groups, at);
            int rows = batch.stream().mapToInt(group -> group.rows().size()).sum();
            at += batch.size();
            rowsDone += rows;
            if (rowsDone > info.rowsDone()) {
                note(info.id(), rowsDone, takeIn(batch), at == groups.size());
                if (clock.instant().isAfter(until)) {
                    return;
                }
            }
        }
    }

    private static List<Group> batch(List<Group> groups, int from) {
        List<Group> batch = new ArrayList<>();
        int rows = 0;
        for (int i = from;
                i < groups.size() && (rows == 0 || rows + groups.get(i).rows().size() <= BATCH_ROWS);
                i++) {
            batch.add(groups.get(i));
            rows += groups.get(i).rows().size();
        }
        return batch;
    }

    private void note(UUID id, int rowsDone, List<FileRow> rows, boolean last) {
        retrying.inTransaction(() -> gateway.done(id, rowsDone, rows, last ? clock.instant() : null));
    }

    private List<FileRow> takeIn(List<Group> batch) {
        List<UUID> ids = batch.stream().map(this::stored).toList();
        Map<UUID, Waiting> rows = new HashMap<>();
        ids.forEach(id -> raw.find(id).ifPresent(row -> rows.put(id, row)));
        List<Waiting> open =
                rows.values().stream().filter(row -> !row.state().inSystem()).toList();
        Map<UUID, Outcome> outcomes = new HashMap<>();
        if (!open.isEmpty()) {
            intake.process(open).forEach(outcome -> outcomes.put(outcome.id(), outcome));
        }
        Map<UUID, String> numbers = raw.orderNumbers(ids);
        List<FileRow> done = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            done.addAll(rows(batch.get(i), outcomes.get(ids.get(i)), numbers.get(ids.get(i))));
        }
        return done;
    }

    private UUID stored(Group group) {
        return inbox.keep(new RawMessage(
                        group.shop().id(),
                        group.shop().channel(),
                        RawKind.FILE,
                        group.orderNo(),
                        "",
                        "file",
                        false,
                        "application/json",
                        Map.of(),
                        json.writeValueAsBytes(group.payload())))
                .rawId();
    }

    private static List<FileRow> rows(Group group, @Nullable Outcome outcome, @Nullable String orderNumber) {
        List<FileRow> rows = new ArrayList<>();
        for (FileContent.Row row : group.rows()) {
            rows.add(
                    outcome == null
                            ? new FileRow(
                                    row.number(),
                                    group.orderNo(),
                                    FileRowOutcome.UNCHANGED,
                                    orderNumber,
                                    null,
                                    null,
                                    null)
                            : row(row.number(), group.orderNo(), outcome));
        }
        return rows;
    }

    private static FileRow row(int number, String orderNo, Outcome outcome) {
        return new FileRow(
                number,
                orderNo.length() > 120 ? orderNo.substring(0, 120) : orderNo,
                outcome.effect(),
                outcome.orderNumber(),
                outcome.problemKind(),
                outcome.problemField(),
                outcome.problemDetail());
    }
}
