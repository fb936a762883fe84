package com.dingshu.notifications.ui;

import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Navigation;
import com.dingshu.uikit.NavigationEntry;
import com.dingshu.uikit.NavigationEntry.Group;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who is told of what stands among the settings. */
@Component
public class AlertsNavigation implements Navigation {

    @Override
    public List<NavigationEntry> entries() {
        return List.of(NavigationEntry.of("alerts.title", Icon.BELL, "settings/alerts", Group.SETTINGS, 30)
                .needs(Permission.SETTINGS_MANAGE));
    }
}
