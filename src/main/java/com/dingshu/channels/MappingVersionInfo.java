package com.dingshu.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a channel's mapping; number 1 comes with the product and has no author. */
public record MappingVersionInfo(
        String channel,
        int number,
        MappingState state,
        String note,
        String createdBy,
        @Nullable Instant createdAt,
        @Nullable Instant publishedAt) {}
