package com.dingshu.orders;

import com.dingshu.customers.ContactVault;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.TenantInfo;
import com.dingshu.tenancy.Tenants;
import com.dingshu.uikit.Sheets;
import com.dingshu.uikit.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Orders as a file to keep: the list of the board as it is filtered, and the orders completed in a month. Rows are read
 * by key a portion at a time and written at once, so the length of the list does not matter. Each export is logged
 * before its first row leaves. Amounts are decimal numbers beside their currency, discounts negative; times are those of
 * the merchant's zone.
 */
@Service
public class OrderExport {

    private static final int PORTION = 500;
    private static final int LOOKED_AT = 2_000;

    private final OrderQueries queries;
    private final ExportGateway gateway;
    private final BoardNames names;
    private final ReceiverDesk receivers;
    private final ContactVault vault;
    private final OperationLog log;
    private final Tenants tenants;
    private final Texts texts;
    private final Clock clock;

    OrderExport(
            OrderQueries queries,
            ExportGateway gateway,
            BoardNames names,
            ReceiverDesk receivers,
            ContactVault vault,
            OperationLog log,
            Tenants tenants,
            Texts texts,
            Clock clock) {
        this.queries = queries;
        this.gateway = gateway;
        this.names = names;
        this.receivers = receivers;
        this.vault = vault;
        this.log = log;
        this.tenants = tenants;
        this.texts = texts;
        this.clock = clock;
    }

    /** What sort of file. */
    public enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        /** UTF-8 with a byte order mark. */
        CSV("text/csv;charset=utf-8");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        public String contentType() {
            return contentType;
        }

        public String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How it is written.
     *
     * @param locale of headings and states
     * @param inClear with the receivers' whole contact data, which takes the permission to reveal it
     */
    public record Paper(Format format, Locale locale, boolean inClear) {}

    /**
     * Writes the orders of a list, the newest first, as they are now; orders that come meanwhile are not among them.
     *
     * @return how many
     */
    @Requires(Permission.ORDERS_EXPORT)
    public long listed(BoardQuery query, Paper paper, OutputStream out) throws IOException {
        record(paper, query.view().name());
        Instant until = query.to() == null ? clock.instant() : query.to();
        BoardQuery wanted = query.sorted(BoardQuery.Sort.NEWEST_FIRST).placed(query.from(), until);
        try (Writing file = new Writing(paper, ExportColumn.OF_THE_LIST, out)) {
            OrderSummary last = null;
            List<OrderSummary> rows;
            do {
                rows = queries.page(wanted, last, PORTION);
                file.write(rows.stream().map(OrderSummary::id).toList());
                last = rows.isEmpty() ? last : rows.getLast();
            } while (rows.size() == PORTION);
            return file.written;
        }
    }

    /**
     * Writes the orders completed in a month of the merchant's zone, in the order they were placed.
     *
     * @return how many
     */
    @Requires(Permission.ORDERS_EXPORT_COMPLETED)
    public long completed(YearMonth month, Paper paper, OutputStream out) throws IOException {
        record(paper, month.toString());
        TenantInfo tenant = tenants.current();
        Instant from = month.atDay(1).atStartOfDay(tenant.zone()).toInstant();
        Instant to = month.plusMonths(1).atDay(1).atStartOfDay(tenant.zone()).toInstant();
        try (Writing file = new Writing(paper, ExportColumn.OF_COMPLETED, out)) {
            ExportGateway.Completed last = null;
            List<ExportGateway.Completed> found;
            do {
                found = gateway.completed(to, last, LOOKED_AT);
                List<UUID> ids = found.stream()
                        .filter(order -> order.completedAt() != null
                                && !order.completedAt().isBefore(from)
                                && order.completedAt().isBefore(to))
                        .map(ExportGateway.Completed::id)
                        .toList();
                for (int start = 0; start < ids.size(); start += PORTION) {
                    file.write(ids.subList(start, Math.min(start + PORTION, ids.size())));
                }
                last = found.isEmpty() ? last : found.getLast();
            } while (found.size() == LOOKED_AT);
            return file.written;
        }
    }

    private void record(Paper paper, String what) {
        if (paper.inClear()) {
            Acting.check(Permission.CONTACT_REVEAL);
        }
        log.record(
                paper.inClear() ? "orders.exported-in-clear" : "orders.exported",
                "export",
                what,
                paper.format().name());
    }

    /** A file being written. */
    private final class Writing implements AutoCloseable {

        private final Sheets.Table table;
        private final List<ExportColumn> columns;
        private final Wording words;
        private long written;

        Writing(Paper paper, List<ExportColumn> columns, OutputStream out) throws IOException {
            this.columns = columns;
            this.words = new Wording(paper, tenants.current());
            List<String> headings = columns.stream()
                    .map(column -> texts.in(paper.locale(), column.heading()))
                    .toList();
            this.table = switch (paper.format()) {
                case CSV -> Sheets.csv(out, headings);
                case XLSX -> Sheets.xlsx(out, texts.in(paper.locale(), "orders.export.sheet"), headings);
            };
        }

        void write(List<UUID> ids) throws IOException {
            Map<UUID, ExportRow> rows = gateway.rows(ids);
            if (words.paper().inClear()) {
                vault.fetchKeys(
                        rows.values().stream().map(ExportRow::customerId).toList());
            }
            for (ExportRow row :
                    ids.stream().map(rows::get).filter(Objects::nonNull).toList()) {
                List<@Nullable Object> cells = new ArrayList<>();
                columns.forEach(column -> cells.add(column.of(row, words)));
                table.row(cells);
                written++;
            }
        }

        @Override
        public void close() throws IOException {
            table.close();
        }
    }

    private final class Wording implements ExportColumn.ExportWords {

        private final Paper paper;
        private final TenantInfo tenant;
        private final BoardGateway.Names known = names.current();

        Wording(Paper paper, TenantInfo tenant) {
            this.paper = paper;
            this.tenant = tenant;
        }

        Paper paper() {
            return paper;
        }

        @Override
        public String channel(String channel) {
            String key = "orders.channel." + channel;
            String said = texts.in(paper.locale(), key);
            return said.equals(key) ? channel : said;
        }

        @Override
        public String shop(UUID shop) {
            return known.shop(shop);
        }

        @Override
        public String warehouse(@Nullable UUID warehouse) {
            return known.warehouse(warehouse);
        }

        @Override
        public String state(String kind, @Nullable Enum<?> state) {
            return state == null ? "" : texts.in(paper.locale(), "orders." + kind + "." + state);
        }

        @Override
        public Receiver receiver(ExportRow row) {
            Receiver masked = new Receiver(
                    row.receiver().name(),
                    row.receiver().phone(),
                    row.receiver().address());
            if (!paper.inClear()) {
                return masked;
            }
            return receivers
                    .open(row.customerId(), row.id(), row.contact())
                    .map(contact -> new Receiver(
                            contact.name(), contact.phone(), contact.address().oneLine()))
                    .orElse(masked);
        }

        @Override
        public @Nullable LocalDateTime time(@Nullable Instant at) {
            return at == null
                    ? null
                    : LocalDateTime.ofInstant(at, tenant.zone()).withNano(0);
        }
    }
}
