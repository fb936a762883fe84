package com.dingshu.identity;

import com.dingshu.tenancy.AuditedRow;
import com.dingshu.tenancy.Permission;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.envers.Audited;

/** A merchant's own version of a preset role. The preset itself never changes for one merchant. */
@Entity
@Audited
class RoleCopy extends AuditedRow {

    private static final String COMMA = ",";

    private String roleId;
    private String basedOn;
    private String name;
    private String permissions;

    @SuppressWarnings("NullAway.Init")
    protected RoleCopy() {}

    RoleCopy(UUID id, String roleId, Role base, String name) {
        super(id);
        this.roleId = roleId;
        this.basedOn = base.id();
        this.name = name;
        this.permissions = joined(base.permissions());
    }

    /** What was stored, without permissions that no longer exist. */
    static Set<Permission> split(String permissions) {
        return Arrays.stream(permissions.split(COMMA))
                .flatMap(id -> Permission.byId(id).stream())
                .filter(Permission::grantable)
                .collect(Collectors.toUnmodifiableSet());
    }

    String roleId() {
        return roleId;
    }

    String basedOn() {
        return basedOn;
    }

    String name() {
        return name;
    }

    Set<Permission> permissions() {
        return split(permissions);
    }

    void rename(String newName) {
        name = newName;
    }

    void allow(Set<Permission> newPermissions) {
        permissions = joined(newPermissions);
    }

    private static String joined(Set<Permission> permissions) {
        return permissions.stream().map(Permission::id).sorted().collect(Collectors.joining(COMMA));
    }
}
