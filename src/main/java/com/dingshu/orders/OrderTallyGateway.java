package com.dingshu.orders;

import com.dingshu.orders.CellChanges.Figures;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import com.dingshu.tenancy.TenantInfo;
import com.dingshu.tenancy.Tenants;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The counts of {@code order_tally}: how many orders lie on which pile, by day of placing and shop and over all days. They
 * change in the transaction of the orders they count, so they are never behind.
 */
@Repository
class OrderTallyGateway {

    /** Stands for all days together. */
    static final LocalDate ALL_DAYS = LocalDate.of(1000, 1, 1);

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;
    private final Tenants tenants;

    OrderTallyGateway(JdbcTemplate batch, JdbcClient jdbc, Tenants tenants) {
        this.batch = batch;
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    private record Cell(LocalDate day, UUID shopId, Stage stage) {

        static final Comparator<Cell> ORDER =
                Comparator.comparing(Cell::day).thenComparing(Cell::shopId).thenComparing(Cell::stage);
    }

    void count(Collection<Order> orders) {
        TenantInfo tenant = tenants.current();
        List<Object[]> rows = CellChanges.of(
                        orders, Cell.ORDER, counted -> cells(counted, tenant), OrderTallyGateway::figures)
                .entrySet()
                .stream()
                .map(change -> row(tenant.id(), change.getKey(), change.getValue()))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        batch.batchUpdate("""
                insert into order_tally (tenant_id, day, shop_id, stage, orders, units, paid_minor)
                values (?, ?, ?, ?, ?, ?, ?)
                on duplicate key update orders = orders + values(orders), units = units + values(units),
                  paid_minor = paid_minor + values(paid_minor)""", rows);
    }

    private static List<Cell> cells(Counted counted, TenantInfo tenant) {
        return Stream.of(tenant.dayOf(counted.placedAt()), ALL_DAYS)
                .map(day -> new Cell(day, counted.shopId(), counted.stage()))
                .toList();
    }

    private static Figures figures(Counted counted) {
        return new Figures(1, counted.units(), counted.paidMinor());
    }

    private static Object[] row(int tenant, Cell cell, Figures change) {
        return new Object[] {
            tenant,
            cell.day(),
            Db.uuid(cell.shopId()),
            cell.stage().name(),
            change.orders(),
            change.amount(),
            change.minor()
        };
    }

    /** Orders on each pile, of one day of placing or of {@link #ALL_DAYS}. */
    Map<Stage, Long> orders(LocalDate day) {
        Map<Stage, Long> counts = new EnumMap<>(Stage.class);
        jdbc.sql("""
                select stage, sum(orders) as n from order_tally where tenant_id = :tenant and day = :day group by stage""")
                .param("tenant", Acting.current().tenantId())
                .param("day", day)
                .query(row -> {
                    counts.put(Stage.valueOf(row.getString("stage")), row.getLong("n"));
                });
        return counts;
    }

    /** Orders, pieces and money of each day from one to another, both included. */
    List<DayFigures> days(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select day, stage, sum(orders) as orders, sum(units) as units, sum(paid_minor) as paid
                from order_tally where tenant_id = :tenant and day between :from and :to
                group by day, stage order by day, stage""")
                .param("tenant", Acting.current().tenantId())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new DayFigures(
                        row.getObject("day", LocalDate.class),
                        Stage.valueOf(row.getString("stage")),
                        row.getLong("orders"),
                        row.getLong("units"),
                        row.getLong("paid")))
                .list();
    }
}
