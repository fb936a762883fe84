package com.dingshu.audit.ui;

import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Navigation;
import com.dingshu.uikit.NavigationEntry;
import com.dingshu.uikit.NavigationEntry.Group;
import java.util.List;
import org.springframework.stereotype.Component;

/** The operation log stands among the settings. */
@Component
public class AuditNavigation implements Navigation {

    @Override
    public List<NavigationEntry> entries() {
        return List.of(NavigationEntry.of("audit.log.title", Icon.HISTORY, "settings/log", Group.SETTINGS, 20)
                .needs(Permission.OPERATION_LOG_VIEW));
    }
}
