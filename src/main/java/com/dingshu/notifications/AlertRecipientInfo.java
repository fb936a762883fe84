package com.dingshu.notifications;

import java.util.Set;
import java.util.UUID;

/**
 * Somebody who is told of things by SMS.
 *
 * @param phone masked: the number itself is never read out again
 * @param language zh or en
 */
public record AlertRecipientInfo(UUID id, String name, String phone, String language, Set<AlertKind> kinds) {

    public AlertRecipientInfo {
        kinds = Set.copyOf(kinds);
    }
}
