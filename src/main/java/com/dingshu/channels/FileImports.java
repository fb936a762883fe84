package com.dingshu.channels;

import com.dingshu.catalog.ItemMappings;
import com.dingshu.channels.connect.Digests;
import com.dingshu.channels.csv.FileContent;
import com.dingshu.channels.mapping.MapContext;
import com.dingshu.channels.mapping.Mapping;
import com.dingshu.channels.mapping.MappingResult;
import com.dingshu.channels.mapping.Problem;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Doorbell;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Orders from files. A file is stored as it came and taken in by a job of its own, batch after batch, so that it outlives
 * the page and a restart; each row has its own outcome. Taking the same file in again changes nothing.
 */
@Service
public class FileImports {

    private static final int MOST_PROBLEMS_SHOWN = 100;
    private static final int MOST_LISTED = 100;
    private static final int MOST_REFUSED = 20_000;

    private final FileImportGateway gateway;
    private final RawBodies bodies;
    private final CurrentMappings mappings;
    private final ItemMappings items;
    private final Shops shops;
    private final Retrying retrying;
    private final OperationLog log;
    private final Doorbell doorbell;
    private final Clock clock;

    FileImports(
            FileImportGateway gateway,
            RawBodies bodies,
            CurrentMappings mappings,
            ItemMappings items,
            Shops shops,
            Retrying retrying,
            OperationLog log,
            Doorbell doorbell,
            Clock clock) {
        this.gateway = gateway;
        this.bodies = bodies;
        this.mappings = mappings;
        this.items = items;
        this.shops = shops;
        this.retrying = retrying;
        this.log = log;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    /** What an import of the file into this shop would do. Nothing is stored. */
    @Requires(Permission.CHANNELS_IMPORT)
    public FilePreview preview(UUID shopId, byte[] content) {
        return switch (OrderGroups.read(content, mappings.of("file"))) {
            case FileContent.Unreadable(FileContent.Reason reason, String detail) ->
                new FilePreview(reason.name(), "", 0, 0, 0, Map.of(), List.of(), List.of());
            case FileContent.Rows rows -> preview(shop(shopId), rows);
        };
    }

    private FilePreview preview(ShopInfo shop, FileContent.Rows file) {
        Mapping mapping = mappings.of("file");
        Map<String, String> recognised = mapping.recognised(file.headings());
        List<OrderGroups.Group> groups = OrderGroups.of(file, mapping, shop, shops.all());
        List<FileRow> problems = new ArrayList<>();
        int good = 0;
        for (OrderGroups.Group group : groups) {
            Optional<Problem> problem = problem(group, mapping);
            if (problem.isEmpty()) {
                good++;
            } else if (problems.size() < MOST_PROBLEMS_SHOWN) {
                problems.add(refused(group.rows().getFirst().number(), group.orderNo(), problem.get()));
            }
        }
        return new FilePreview(
                null,
                file.encoding(),
                file.rows().size(),
                groups.size(),
                good,
                recognised,
                file.headings().stream().filter(h -> !recognised.containsKey(h)).toList(),
                problems);
    }

    private Optional<Problem> problem(OrderGroups.Group group, Mapping mapping) {
        MapContext context = new MapContext(group.shop().currency(), Map.of(), "");
        return switch (mapping.map(group.payload(), context)) {
            case MappingResult.Unmappable unmappable -> Optional.of(unmappable.first());
            case MappingResult.Mapped mapped -> {
                Set<String> keys = new LinkedHashSet<>(mapped.draft().itemKeys());
                yield mapped.draft().unmapped(items.resolve(group.shop().id(), keys)).stream()
                        .findFirst();
            }
        };
    }

    static FileRow refused(int rowNo, String orderNo, Problem problem) {
        return new FileRow(
                rowNo, orderNo, FileRowOutcome.REFUSED, null, problem.kind().name(), problem.field(), problem.detail());
    }

    /**
     * Starts taking a file in; it goes on by itself.
     *
     * @return the import, to follow its progress
     * @throws IllegalArgumentException when the shop is unknown or the file cannot be read at all
     */
    @Requires(Permission.CHANNELS_IMPORT)
    public UUID start(UUID shopId, String fileName, byte[] content) {
        ShopInfo shop = shop(shopId);
        if (!(OrderGroups.read(content, mappings.of("file")) instanceof FileContent.Rows rows)) {
            throw new IllegalArgumentException("The file cannot be read");
        }
        UUID id = Ids.next();
        FileImportInfo info = new FileImportInfo(
                id,
                shop.id(),
                shortened(fileName),
                rows.encoding(),
                FileImportState.RUNNING,
                rows.rows().size(),
                0,
                0,
                0,
                0,
                0,
                Acting.current().actor().name(),
                clock.instant(),
                null,
                "");
        retrying.inTransaction(() -> {
            gateway.insert(info, Digests.sha256(content), content.length, bodies.close("file_import", id, content));
            log.record("channels.import", "file", info.fileName(), rows.rows().size() + " rows");
        });
        doorbell.ring(FileImportWork.KIND, Acting.current().tenantId());
        return id;
    }

    private static String shortened(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}/\\\\]", "_");
        return plain.length() > 200 ? plain.substring(0, 200) : plain;
    }

    private ShopInfo shop(UUID shopId) {
        return shops.byId(shopId).orElseThrow(() -> new IllegalArgumentException("Unknown shop"));
    }

    @Requires(Permission.CHANNELS_IMPORT)
    public Optional<FileImportInfo> progress(UUID id) {
        return gateway.find(id);
    }

    /** The latest imports, newest first. */
    @Requires(Permission.CHANNELS_IMPORT)
    public List<FileImportInfo> latest(int most) {
        return gateway.latest(Math.min(most, MOST_LISTED));
    }

    /** Rows of one outcome in the order of the file, at most 1,000 a time. */
    @Requires(Permission.CHANNELS_IMPORT)
    public List<FileRow> rows(UUID id, FileRowOutcome outcome, int afterRow) {
        return gateway.rows(id, outcome, afterRow, 1_000);
    }

    /**
     * The refused rows with all their cells, at most 20,000. They hold contact data in clear: they are for who may see that
     * too, and who took them is logged.
     *
     * @return empty when there is no such import, or its file cannot be read any more
     * @throws com.dingshu.tenancy.AccessDenied when the acting person may not see contact data
     */
    @Requires(Permission.CHANNELS_IMPORT)
    public Optional<RefusedRows> refusedRows(UUID id) {
        return gateway.find(id).flatMap(info -> {
            Acting.check(Permission.CONTACT_REVEAL);
            return gateway.body(id)
                    .flatMap(body -> refusedRows(info, bodies.open("file_import", id, body.closed(), body.size())));
        });
    }

    private Optional<RefusedRows> refusedRows(FileImportInfo info, byte[] file) {
        return switch (OrderGroups.read(file, mappings.of("file"))) {
            case FileContent.Rows rows -> Optional.of(refusedRows(info, rows));
            case FileContent.Unreadable unreadable -> Optional.empty();
        };
    }

    private RefusedRows refusedRows(FileImportInfo info, FileContent.Rows file) {
        Map<Integer, FileContent.Row> byNumber =
                file.rows().stream().collect(Collectors.toMap(FileContent.Row::number, row -> row));
        List<RefusedRows.Refused> refused = gateway.rows(info.id(), FileRowOutcome.REFUSED, 0, MOST_REFUSED).stream()
                .map(row -> new RefusedRows.Refused(row, cells(byNumber.get(row.rowNo()))))
                .toList();
        retrying.inTransaction(() -> log.record("contact.revealed", "file", info.fileName(), refused.size() + " rows"));
        return new RefusedRows(info.fileName(), file.headings(), refused);
    }

    private static Map<String, String> cells(FileContent.@Nullable Row row) {
        return row == null
                ? Map.of()
                : row.cells().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, cell -> cell.getValue()
                        .toString()));
    }
}
