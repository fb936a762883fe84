package com.dingshu.orders;

import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The orders in figures, by shop, day and hour of placing. They are kept with every change and never counted anew. */
@Service
@Transactional(readOnly = true)
public class OrderFigures {

    private final OrderHourGateway hours;
    private final OrderTallyGateway tallies;
    private final OrderHeldGateway held;

    OrderFigures(OrderHourGateway hours, OrderTallyGateway tallies, OrderHeldGateway held) {
        this.hours = hours;
        this.tallies = tallies;
        this.held = held;
    }

    /** How many orders lie on each pile now; piles without an order are missing. */
    @Requires({Permission.ORDERS_VIEW, Permission.INSIGHT_VIEW})
    public Map<Stage, Long> piles() {
        return tallies.orders(OrderTallyGateway.ALL_DAYS);
    }

    /** Both days included; days and shops without an order are missing. */
    @Requires({Permission.ORDERS_VIEW, Permission.INSIGHT_VIEW})
    public List<ShopDayFigures> shopDays(LocalDate from, LocalDate to) {
        return hours.shopDays(from, to);
    }

    /** Both days included; hours and shops without an order are missing. */
    @Requires({Permission.ORDERS_VIEW, Permission.INSIGHT_VIEW})
    public List<HourFigures> hours(LocalDate from, LocalDate to) {
        return hours.hours(from, to);
    }

    /** What keeps the orders that need a person, an order held twice counted at each; of the {@link BoardCounts#CAP} oldest. */
    @Requires({Permission.ORDERS_VIEW, Permission.INSIGHT_VIEW})
    public List<HeldFigures> held() {
        return held.byReason();
    }
}
