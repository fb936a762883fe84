package com.dingshu.identity;

import com.dingshu.tenancy.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The preset roles, read from {@code tenants/roles.yaml} at the start. A mistake in that file stops the start. */
@Component
public class Roles {

    static final String FILE = "tenants/roles.yaml";

    private final Map<String, Role> byId;

    /** @throws BadRoles when the file is missing or says something that cannot be */
    Roles() {
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            this.byId = read(new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read", unreadable);
        }
    }

    /** In the order of the file. */
    public List<Role> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Role> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Everything that somebody with all these roles may do; an unknown role adds nothing. */
    public Set<Permission> permissionsOf(Collection<String> roleIds) {
        return roleIds.stream()
                .flatMap(id -> byId(id).stream())
                .flatMap(role -> role.permissions().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static Map<String, Role> read(String yaml) {
        Map<String, Role> roles = new LinkedHashMap<>();
        parse(yaml).forEach((id, entry) -> roles.put(id, role(id, entry)));
        if (!roles.containsKey(Role.OWNER)
                || !roles.get(Role.OWNER).permissions().contains(Permission.USERS_MANAGE)) {
            throw new BadRoles("the role '" + Role.OWNER + "' with users.manage is missing");
        }
        return roles;
    }

    private static Map<String, Entry> parse(String yaml) {
        try {
            Map<String, Entry> roles = YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(yaml, Table.class)
                    .roles();
            if (roles == null) {
                throw new BadRoles("there is no 'roles:'");
            }
            return roles;
        } catch (JacksonException malformed) {
            throw new BadRoles(malformed.getMessage());
        }
    }

    private static Role role(String id, Entry entry) {
        if (entry.name == null || entry.about == null || entry.permissions == null || entry.permissions.isEmpty()) {
            throw new BadRoles("the role '" + id + "' needs name, about and permissions");
        }
        Set<Permission> permissions = entry.permissions.stream()
                .map(permission -> permission(id, permission))
                .collect(Collectors.toSet());
        return new Role(id, entry.name, entry.about, permissions);
    }

    private static Permission permission(String role, String id) {
        return Permission.byId(id)
                .filter(Permission::grantable)
                .orElseThrow(() -> new BadRoles("the role '" + role + "' names the permission '" + id
                        + "', which nobody can be given. There are: " + grantable()));
    }

    private static Set<String> grantable() {
        return java.util.Arrays.stream(Permission.values())
                .filter(Permission::grantable)
                .map(Permission::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private record Table(@Nullable Map<String, Entry> roles) {}

    private record Entry(
            Role.@Nullable Text name,
            Role.@Nullable Text about,
            @Nullable List<String> permissions) {}

    /** The table of roles is wrong; the message says where. */
    static final class BadRoles extends IllegalStateException {
        BadRoles(@Nullable String what) {
            super(FILE + ": " + what);
        }
    }
}
