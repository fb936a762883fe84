package com.dingshu.insight;

import com.dingshu.orders.HourFigures;
import com.dingshu.orders.OrderFigures;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.Stage;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.dingshu.tenancy.TenantInfo;
import com.dingshu.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The merchant's day at a glance. */
@Service
@Transactional(readOnly = true)
public class Overview {

    private static final int FORTNIGHT = 14;

    private final OrderQueries queries;
    private final OrderFigures figures;
    private final Shops shops;
    private final Tenants tenants;
    private final Clock clock;

    Overview(OrderQueries queries, OrderFigures figures, Shops shops, Tenants tenants, Clock clock) {
        this.queries = queries;
        this.figures = figures;
        this.shops = shops;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The figures as they are now. */
    @Requires(Permission.INSIGHT_VIEW)
    public OverviewFigures figures(Period period) {
        TenantInfo tenant = tenants.current();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), tenant.zone());
        LocalDate last = period.last(now.toLocalDate());
        LocalDate compared = last.minusDays(period.days());
        LocalDate first = last.minusDays(Math.max(2L * period.days(), FORTNIGHT) - 1);
        Map<Stage, Long> piles = figures.piles();
        Reckoning reckoning = new Reckoning(shops(), figures.shopDays(first, last), hours(compared, last));
        return new OverviewFigures(
                queries.counts(),
                piles.getOrDefault(Stage.UNPAID, 0L),
                piles.getOrDefault(Stage.SHIPPED, 0L),
                tenant.currency(),
                reckoning.sales(compared.plusDays(1), last),
                period.running()
                        ? reckoning
                                .sales(compared.minusDays(period.days() - 1L), compared.minusDays(1))
                                .plus(reckoning.until(compared, now.toLocalTime()))
                        : reckoning.sales(compared, compared),
                reckoning.hours(last, period.running() ? now.getHour() : 23),
                reckoning.hours(last.minusDays(1), 23),
                reckoning.days(last.minusDays(Math.max(period.days(), FORTNIGHT) - 1L), last),
                reckoning.shops(compared.plusDays(1), last));
    }

    private Map<UUID, ShopInfo> shops() {
        return shops.all().stream().collect(Collectors.toMap(ShopInfo::id, Function.identity()));
    }

    /** The hours of the last two days and of the day whose part is compared with. */
    private List<HourFigures> hours(LocalDate compared, LocalDate last) {
        List<HourFigures> both = figures.hours(last.minusDays(1), last);
        return compared.equals(last.minusDays(1))
                ? both
                : Stream.concat(figures.hours(compared, compared).stream(), both.stream())
                        .toList();
    }
}
