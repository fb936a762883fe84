package com.dingshu.notifications;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is to be told of these things.
 *
 * @param id whom to change, null for somebody new
 * @param phone a mobile number in any spelling; blank keeps the one that is known
 * @param language zh or en
 */
public record SaveAlertRecipient(@Nullable UUID id, String name, String phone, String language, Set<AlertKind> kinds) {

    public static final int MOST_RECIPIENTS = 30;
    public static final int LONGEST_NAME = 60;

    public SaveAlertRecipient {
        kinds = Set.copyOf(kinds);
    }

    @Override
    public String toString() {
        return "SaveAlertRecipient[" + name + "]";
    }
}
