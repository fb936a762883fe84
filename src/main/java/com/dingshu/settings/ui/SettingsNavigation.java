package com.dingshu.settings.ui;

import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Navigation;
import com.dingshu.uikit.NavigationEntry;
import com.dingshu.uikit.NavigationEntry.Group;
import java.util.List;
import org.springframework.stereotype.Component;

/** The merchant itself stands first among the settings. */
@Component
public class SettingsNavigation implements Navigation {

    SettingsNavigation() {}

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                NavigationEntry.of("settings.merchant.title", Icon.BUILDING_2, "settings/merchant", Group.SETTINGS, 5)
                        .needs(Permission.SETTINGS_MANAGE));
    }
}
