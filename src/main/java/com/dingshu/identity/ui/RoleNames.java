package com.dingshu.identity.ui;

import com.dingshu.identity.Role;
import com.dingshu.identity.RoleCopies;
import com.dingshu.identity.RoleCopyInfo;
import com.dingshu.identity.Roles;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All roles that somebody of this merchant can have, preset ones first. */
@Component
class RoleNames {

    private final Roles presets;
    private final RoleCopies copies;

    RoleNames(Roles presets, RoleCopies copies) {
        this.presets = presets;
        this.copies = copies;
    }

    List<Role> all() {
        return Stream.concat(presets.all().stream(), copies.list().stream().map(RoleCopyInfo::role))
                .toList();
    }

    /** 客服、财务; a role that is gone keeps its id. */
    static String joined(Collection<String> roleIds, List<Role> all, Locale locale) {
        String comma = locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? "、" : ", ";
        return roleIds.stream().map(id -> name(id, all, locale)).collect(Collectors.joining(comma));
    }

    private static String name(String roleId, List<Role> all, Locale locale) {
        return all.stream()
                .filter(role -> role.id().equals(roleId))
                .findFirst()
                .map(role -> role.name().in(locale))
                .orElse(roleId);
    }
}
