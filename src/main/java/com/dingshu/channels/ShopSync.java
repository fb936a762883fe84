package com.dingshu.channels;

import com.dingshu.tenancy.ShopInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shop and how its orders come in.
 *
 * @param appKey the application's key; the secret and the token are never shown
 * @param connected false while nothing is configured
 * @param pulledUntil everything changed on the platform before this time has been asked for
 * @param lastPullAt the last complete pull
 * @param lastPushAt the last push that was verified
 * @param failures failed pulls in a row
 * @param problem what the last one failed for, empty when it did not
 * @param backlog payloads of this shop that the product has not come to yet
 * @param needsRepair payloads of this shop that wait for a person
 */
public record ShopSync(
        ShopInfo shop,
        boolean connected,
        boolean pulls,
        String baseAddress,
        String appKey,
        @Nullable Instant pulledUntil,
        @Nullable Instant lastPullAt,
        @Nullable Instant lastPushAt,
        @Nullable Instant nextPullAt,
        int failures,
        String problem,
        int backlog,
        int needsRepair) {}
