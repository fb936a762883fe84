package com.dingshu.customers.ui;

import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Navigation;
import com.dingshu.uikit.NavigationEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the list of customers. */
@Component
public class CustomersNavigation implements Navigation {

    CustomersNavigation() {}

    @Override
    public List<NavigationEntry> entries() {
        return List.of(NavigationEntry.of("customers.nav", Icon.USERS, "customers", NavigationEntry.Group.ORDERS, 40)
                .needs(Permission.CUSTOMERS_VIEW)
                .key("g c"));
    }
}
