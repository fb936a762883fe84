package com.dingshu.channels;

import java.util.UUID;

/** Whether a message was new. Both mean that it is on disk. */
public sealed interface ReceiveResult {

    UUID rawId();

    /** Stored now. */
    record Received(UUID rawId) implements ReceiveResult {}

    /** The very same content of the same order and shop was stored before. */
    record Duplicate(UUID rawId) implements ReceiveResult {}
}
