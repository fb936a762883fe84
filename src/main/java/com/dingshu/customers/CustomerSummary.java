package com.dingshu.customers;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of the customer list.
 *
 * @param channel where the person was first met
 * @param merged whether another customer stands for this one
 */
public record CustomerSummary(
        UUID id,
        MaskedContact contact,
        String province,
        String city,
        String channel,
        Instant firstSeenAt,
        boolean merged) {}
