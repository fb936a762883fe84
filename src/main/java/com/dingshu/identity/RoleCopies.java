package com.dingshu.identity;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The merchant's own roles: copies of preset ones, then changed. Changing what a copy may do ends the sessions of
 * everybody who has it. Unknown ids throw {@link NoSuchElementException}.
 */
@Service
@Transactional
public class RoleCopies {

    private static final int MOST = 40;
    private static final int LONGEST_NAME = 60;

    private final RoleCopyRepository copies;
    private final UserRepository users;
    private final Roles presets;
    private final ApplicationEventPublisher told;

    RoleCopies(RoleCopyRepository copies, UserRepository users, Roles presets, ApplicationEventPublisher told) {
        this.copies = copies;
        this.users = users;
        this.presets = presets;
        this.told = told;
    }

    /** All of the merchant's own roles by name. */
    @Requires(Permission.USERS_MANAGE)
    @Transactional(readOnly = true)
    public List<RoleCopyInfo> list() {
        List<User> everybody = users.findAll();
        return copies.findAllByOrderByNameAsc().stream()
                .map(copy -> new RoleCopyInfo(
                        role(copy), copy.basedOn(), holders(everybody, copy).size()))
                .toList();
    }

    /** Makes a copy that may do just what the preset may. */
    @Requires(Permission.USERS_MANAGE)
    public RoleCopyResult copy(String presetId, String name) {
        Role preset = presets.byId(presetId).orElseThrow(() -> new NoSuchElementException("No role " + presetId));
        if (copies.count() >= MOST) {
            return new RoleCopyResult.Refused(RoleCopyResult.Why.TOO_MANY);
        }
        return nameFlaw(name, "")
                .<RoleCopyResult>map(RoleCopyResult.Refused::new)
                .orElseGet(() -> new RoleCopyResult.Saved(
                        role(copies.save(new RoleCopy(Ids.next(), freeId(presetId), preset, name.strip())))));
    }

    /** Gives the copy another name and exactly these permissions. */
    @Requires(Permission.USERS_MANAGE)
    public RoleCopyResult change(String roleId, String name, Set<Permission> permissions) {
        RoleCopy copy = own(roleId);
        return nameFlaw(name, roleId)
                .or(() -> flaw(permissions))
                .<RoleCopyResult>map(RoleCopyResult.Refused::new)
                .orElseGet(() -> changed(copy, name.strip(), permissions));
    }

    /** Removes a copy that nobody has any more; its history stays. */
    @Requires(Permission.USERS_MANAGE)
    public RoleCopyResult remove(String roleId) {
        RoleCopy copy = own(roleId);
        if (!holders(users.lockAll(), copy).isEmpty()) {
            return new RoleCopyResult.Refused(RoleCopyResult.Why.HELD);
        }
        copies.delete(copy);
        return new RoleCopyResult.Removed();
    }

    private RoleCopyResult changed(RoleCopy copy, String name, Set<Permission> permissions) {
        copy.rename(name);
        if (!permissions.equals(copy.permissions())) {
            copy.allow(permissions);
            holders(users.lockAll(), copy).forEach(this::endSessions);
        }
        return new RoleCopyResult.Saved(role(copy));
    }

    private void endSessions(User holder) {
        holder.endSessions();
        told.publishEvent(new AccessChanged(Acting.current().tenantId(), holder.id()));
    }

    private RoleCopy own(String roleId) {
        return copies.findByRoleId(roleId).orElseThrow(() -> new NoSuchElementException("No role " + roleId));
    }

    private static List<User> holders(List<User> everybody, RoleCopy copy) {
        return everybody.stream()
                .filter(user -> user.roles().contains(copy.roleId()))
                .toList();
    }

    private Optional<RoleCopyResult.Why> nameFlaw(String name, String ownRoleId) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            return Optional.of(RoleCopyResult.Why.NAME_MISSING);
        }
        return copies.findByName(plain)
                .filter(other -> !other.roleId().equals(ownRoleId))
                .map(other -> RoleCopyResult.Why.NAME_TAKEN);
    }

    private static Optional<RoleCopyResult.Why> flaw(Set<Permission> permissions) {
        if (permissions.isEmpty()) {
            return Optional.of(RoleCopyResult.Why.PERMISSION_MISSING);
        }
        return permissions.stream().allMatch(Permission::grantable)
                ? Optional.empty()
                : Optional.of(RoleCopyResult.Why.PERMISSION_NOT_GRANTABLE);
    }

    private String freeId(String presetId) {
        return IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> presetId + "-" + number)
                .filter(id -> copies.findByRoleId(id).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Role role(RoleCopy copy) {
        Role.Text about = presets.byId(copy.basedOn()).map(Role::about).orElseGet(() -> Role.Text.same(""));
        return new Role(copy.roleId(), Role.Text.same(copy.name()), about, copy.permissions());
    }
}
