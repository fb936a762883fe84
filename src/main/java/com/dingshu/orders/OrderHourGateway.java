package com.dingshu.orders;

import com.dingshu.orders.CellChanges.Figures;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import com.dingshu.tenancy.TenantInfo;
import com.dingshu.tenancy.Tenants;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The counts of {@code order_hour}: orders by the hour and shop of placing. They change in the transaction of the orders
 * they count: with intake, payment and an early end, not with the steps between.
 */
@Repository
class OrderHourGateway {

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;
    private final Tenants tenants;

    OrderHourGateway(JdbcTemplate batch, JdbcClient jdbc, Tenants tenants) {
        this.batch = batch;
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    private record Cell(LocalDate day, int hour, UUID shopId) {

        static final Comparator<Cell> ORDER =
                Comparator.comparing(Cell::day).thenComparingInt(Cell::hour).thenComparing(Cell::shopId);

        static Cell of(Counted counted, TenantInfo tenant) {
            ZonedDateTime placed = counted.placedAt().atZone(tenant.zone());
            return new Cell(placed.toLocalDate(), placed.getHour(), counted.shopId());
        }
    }

    void count(Collection<Order> orders) {
        TenantInfo tenant = tenants.current();
        List<Object[]> rows = CellChanges.of(
                        orders, Cell.ORDER, counted -> List.of(Cell.of(counted, tenant)), OrderHourGateway::figures)
                .entrySet()
                .stream()
                .map(change -> row(tenant.id(), change.getKey(), change.getValue()))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        batch.batchUpdate("""
                insert into order_hour (tenant_id, day, hour_of_day, shop_id, placed, sold, sold_minor)
                values (?, ?, ?, ?, ?, ?, ?)
                on duplicate key update placed = placed + values(placed), sold = sold + values(sold),
                  sold_minor = sold_minor + values(sold_minor)""", rows);
    }

    private static Figures figures(Counted counted) {
        return new Figures(1, counted.sold() ? 1 : 0, counted.sold() ? counted.paidMinor() : 0);
    }

    private static Object[] row(int tenant, Cell cell, Figures change) {
        return new Object[] {
            tenant, cell.day(), cell.hour(), Db.uuid(cell.shopId()), change.orders(), change.amount(), change.minor()
        };
    }

    List<HourFigures> hours(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select day, hour_of_day, shop_id, placed, sold, sold_minor from order_hour
                where tenant_id = :tenant and day between :from and :to order by day, hour_of_day, shop_id""")
                .param("tenant", Acting.current().tenantId())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new HourFigures(
                        row.getObject("day", LocalDate.class),
                        row.getInt("hour_of_day"),
                        Db.uuid(row, "shop_id"),
                        row.getLong("placed"),
                        row.getLong("sold"),
                        row.getLong("sold_minor")))
                .list();
    }

    List<ShopDayFigures> shopDays(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                select h.day, h.shop_id, sum(h.placed) as placed, sum(h.sold) as sold, sum(h.sold_minor) as sold_minor,
                  coalesce((select sum(t.orders) from order_tally t where t.tenant_id = :tenant and t.day = h.day
                    and t.shop_id = h.shop_id and t.stage in ('EXCEPTION', 'PAID_SHORT')), 0) as exceptions
                from order_hour h where h.tenant_id = :tenant and h.day between :from and :to
                group by h.day, h.shop_id order by h.day, h.shop_id""")
                .param("tenant", Acting.current().tenantId())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new ShopDayFigures(
                        row.getObject("day", LocalDate.class),
                        Db.uuid(row, "shop_id"),
                        row.getLong("placed"),
                        row.getLong("sold"),
                        row.getLong("sold_minor"),
                        row.getLong("exceptions")))
                .list();
    }
}
