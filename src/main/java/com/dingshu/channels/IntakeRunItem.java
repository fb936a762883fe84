package com.dingshu.channels;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One payload or order of a run.
 *
 * @param orderNo the channel's order number, empty when it cannot be told
 * @param rawId its payload, null while there is none
 * @param orderNumber our order, once it is in the system
 */
public record IntakeRunItem(
        String orderNo,
        IntakeRunItemState state,
        @Nullable UUID rawId,
        @Nullable String orderNumber,
        @Nullable String problemKind,
        @Nullable String problemField,
        @Nullable String problemDetail) {}
