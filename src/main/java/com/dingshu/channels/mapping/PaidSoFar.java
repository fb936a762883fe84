package com.dingshu.channels.mapping;

import com.dingshu.channels.mapping.Reading.Fields;
import com.dingshu.orders.SourceStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an order is paid.
 *
 * @param paid in full
 * @param depositMinor what has come of an order that is not
 */
record PaidSoFar(boolean paid, long depositMinor) {

    static PaidSoFar of(Fields fields, @Nullable SourceStatus status, @Nullable Instant paidAt) {
        @Nullable Boolean said = fields.flag(StandardField.PAID);
        if (status == SourceStatus.UNPAID) {
            @Nullable Long deposit = fields.money(StandardField.DEPOSIT);
            if (deposit != null) {
                return new PaidSoFar(false, Math.max(0, deposit));
            }
        }
        return new PaidSoFar(said == null ? paidAt != null || isPast(status) : said, 0);
    }

    private static boolean isPast(@Nullable SourceStatus status) {
        return status != null && status != SourceStatus.UNPAID && status != SourceStatus.CANCELLED;
    }
}
