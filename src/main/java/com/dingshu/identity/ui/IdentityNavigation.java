package com.dingshu.identity.ui;

import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Navigation;
import com.dingshu.uikit.NavigationEntry;
import com.dingshu.uikit.NavigationEntry.Group;
import java.util.List;
import org.springframework.stereotype.Component;

/** People and roles stand among the settings. */
@Component
public class IdentityNavigation implements Navigation {

    @Override
    public List<NavigationEntry> entries() {
        return List.of(NavigationEntry.of("identity.users.title", Icon.USERS, "settings/users", Group.SETTINGS, 10)
                .needs(Permission.USERS_MANAGE));
    }
}
