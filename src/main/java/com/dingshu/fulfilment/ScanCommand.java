package com.dingshu.fulfilment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One scan as the device recorded it.
 *
 * @param opId made on the device; the same id never acts twice and always gets the same answer
 * @param userId who held the device; must be the person signed in
 * @param taskId the fulfilment order worked on, null for the outbound scan, which finds it by the waybill
 * @param code what was read: a barcode, a merchant code or a waybill number
 * @param at when it was scanned, by the device's clock
 */
public record ScanCommand(UUID opId, UUID userId, @Nullable UUID taskId, String code, Instant at) {

    private static final int LONGEST_CODE = 120;

    public ScanCommand {
        code = code.strip();
        if (code.isEmpty() || code.length() > LONGEST_CODE) {
            throw new IllegalArgumentException("code: 1 to " + LONGEST_CODE + " characters");
        }
    }
}
