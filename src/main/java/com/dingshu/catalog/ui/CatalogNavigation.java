package com.dingshu.catalog.ui;

import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Navigation;
import com.dingshu.uikit.NavigationEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the list of SKUs. */
@Component
public class CatalogNavigation implements Navigation {

    CatalogNavigation() {}

    @Override
    public List<NavigationEntry> entries() {
        return List.of(NavigationEntry.of("catalog.nav", Icon.TAG, "catalog", NavigationEntry.Group.WAREHOUSE, 40)
                .needs(Permission.CATALOG_VIEW)
                .key("g p"));
    }
}
