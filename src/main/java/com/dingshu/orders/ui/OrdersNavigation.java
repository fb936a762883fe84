package com.dingshu.orders.ui;

import com.dingshu.orders.BoardCounts;
import com.dingshu.orders.OrderQueries;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Navigation;
import com.dingshu.uikit.NavigationEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the order board, and to the rules by which orders are handled. */
@Component
public class OrdersNavigation implements Navigation {

    private final OrderQueries queries;

    OrdersNavigation(OrderQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                NavigationEntry.of("orders.nav", Icon.LIST_CHECKS, "orders", NavigationEntry.Group.ORDERS, 10)
                        .needs(Permission.ORDERS_VIEW)
                        .badge(this::waiting)
                        .key("g o"),
                NavigationEntry.of(
                                "orders.rules.title",
                                Icon.CLIPBOARD_CHECK,
                                "settings/orders",
                                NavigationEntry.Group.SETTINGS,
                                6)
                        .needs(Permission.THRESHOLDS_MANAGE, Permission.SETTINGS_MANAGE));
    }

    /** What waits for a step that this person takes. */
    private NavigationEntry.Badge waiting() {
        BoardCounts counts = queries.counts();
        long review = OrderActions.may(Permission.ORDERS_REVIEW) ? counts.review() : 0;
        long toShip = OrderActions.may(Permission.ORDERS_RELEASE) ? counts.toShip() : 0;
        return NavigationEntry.Badge.count(review + toShip);
    }
}
