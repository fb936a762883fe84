package com.dingshu.inventory.ui;

import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Navigation;
import com.dingshu.uikit.NavigationEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the stock list. */
@Component
public class StockNavigation implements Navigation {

    StockNavigation() {}

    @Override
    public List<NavigationEntry> entries() {
        return List.of(NavigationEntry.of("stock.nav", Icon.BOXES, "stock", NavigationEntry.Group.WAREHOUSE, 30)
                .needs(Permission.STOCK_VIEW)
                .key("g s"));
    }
}
