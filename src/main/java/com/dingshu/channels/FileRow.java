package com.dingshu.channels;

import org.jspecify.annotations.Nullable;

/**
 * What came of one row of a file.
 *
 * @param rowNo as a spreadsheet counts
 * @param problemKind null when the row is fine
 */
public record FileRow(
        int rowNo,
        String channelOrderNo,
        FileRowOutcome outcome,
        @Nullable String orderNumber,
        @Nullable String problemKind,
        @Nullable String problemField,
        @Nullable String problemDetail) {}
