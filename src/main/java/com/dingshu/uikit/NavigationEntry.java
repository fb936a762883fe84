package com.dingshu.uikit;

import com.dingshu.tenancy.Permission;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the menu. Whoever lacks the permission does not see it at all.
 *
 * @param titleKey key of the text
 * @param path route without a leading slash
 * @param order position within its group, small first
 * @param anyOf one of these permissions suffices; none named: everybody
 * @param badge counts what this person can do there; asked on every navigation, hence cheap
 * @param key keyboard shortcut such as {@code g o}
 */
public record NavigationEntry(
        String titleKey,
        Icon icon,
        String path,
        Group group,
        int order,
        Set<Permission> anyOf,
        @Nullable Supplier<Badge> badge,
        @Nullable String key) {

    /** The menu's groups from top to bottom. */
    public enum Group {
        TOP,
        ORDERS,
        WAREHOUSE,
        CHANNELS,
        BUSINESS,
        SETTINGS
    }

    /** A counter; only exceptions alarm. */
    public record Badge(long count, boolean alarming) {

        public static Badge count(long count) {
            return new Badge(count, false);
        }

        public static Badge alarm(long count) {
            return new Badge(count, true);
        }
    }

    public static NavigationEntry of(String titleKey, Icon icon, String path, Group group, int order) {
        return new NavigationEntry(titleKey, icon, path, group, order, Set.of(), null, null);
    }

    public NavigationEntry needs(Permission... anyOf) {
        return new NavigationEntry(titleKey, icon, path, group, order, Set.of(anyOf), badge, key);
    }

    public NavigationEntry badge(Supplier<Badge> badge) {
        return new NavigationEntry(titleKey, icon, path, group, order, anyOf, badge, key);
    }

    public NavigationEntry key(String key) {
        return new NavigationEntry(titleKey, icon, path, group, order, anyOf, badge, key);
    }
}
