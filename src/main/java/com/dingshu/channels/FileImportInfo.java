package com.dingshu.channels;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import of a file of orders and what came of its rows. */
public record FileImportInfo(
        UUID id,
        UUID shopId,
        String fileName,
        String encoding,
        FileImportState state,
        int rowsTotal,
        int rowsDone,
        int created,
        int changed,
        int unchanged,
        int refused,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String problem) {}
