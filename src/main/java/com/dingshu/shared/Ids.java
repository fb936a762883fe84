package com.dingshu.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;

/** Identifiers: UUID version 7, ordered by time of making, stored as 16 bytes. */
public final class Ids {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** The lowest id that could have been made so long before this one. */
    public static UUID before(UUID id, Duration earlier) {
        long millis = (id.getMostSignificantBits() >>> 16) - earlier.toMillis();
        return new UUID(millis << 16 | VERSION_7, VARIANT);
    }

    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    public static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
