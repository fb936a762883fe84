package com.dingshu.orders.ui;

import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Navigation;
import com.dingshu.uikit.NavigationEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the order board. */
@Component
public class OrdersNavigation implements Navigation {

    OrdersNavigation() {}

    @Override
    public List<NavigationEntry> entries() {
        return List.of(NavigationEntry.of("orders.nav", Icon.LIST_CHECKS, "orders", NavigationEntry.Group.ORDERS, 10)
                .needs(Permission.ORDERS_VIEW)
                .key("g o"));
    }
}
