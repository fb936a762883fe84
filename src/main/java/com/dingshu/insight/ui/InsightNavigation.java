package com.dingshu.insight.ui;

import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Navigation;
import com.dingshu.uikit.NavigationEntry;
import com.dingshu.uikit.NavigationEntry.Group;
import java.util.List;
import org.springframework.stereotype.Component;

/** The start page stands above everything else. */
@Component
public class InsightNavigation implements Navigation {

    InsightNavigation() {}

    @Override
    public List<NavigationEntry> entries() {
        return List.of(NavigationEntry.of("insight.home.title", Icon.LAYOUT_DASHBOARD, "home", Group.TOP, 10)
                .needs(Permission.INSIGHT_VIEW)
                .key("g h"));
    }
}
