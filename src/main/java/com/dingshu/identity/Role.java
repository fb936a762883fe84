package com.dingshu.identity;

import com.dingshu.tenancy.Permission;
import java.util.Locale;
import java.util.Set;

/**
 * A kind of person and what it may do.
 *
 * @param id the name used in data, for example {@code warehouse-lead}
 * @param name shown to people
 * @param about one line on what the role is for
 */
public record Role(String id, Text name, Text about, Set<Permission> permissions) {

    /** The role that manages people; a merchant always has somebody with it. */
    public static final String OWNER = "owner";

    private static final Set<Permission> SCANNING =
            Set.of(Permission.FULFILMENT_PICK, Permission.FULFILMENT_PACK, Permission.FULFILMENT_OUTBOUND);

    public Role {
        permissions = Set.copyOf(permissions);
    }

    /** A text in both languages of the product. */
    public record Text(String zh, String en) {

        /** A name that a merchant gave is the same in every language. */
        static Text same(String text) {
            return new Text(text, text);
        }

        public String in(Locale locale) {
            return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? zh : en;
        }
    }

    /** Whether holding just these permissions leaves the warehouse page as the only screen. */
    static boolean scansOnly(Set<Permission> permissions) {
        return SCANNING.containsAll(permissions);
    }
}
