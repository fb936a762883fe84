package com.dingshu.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The payment as the channel tells it.
 *
 * @param method in the channel's words, e.g. {@code alipay}
 * @param transactionNo the provider's number; the channel's order number when it gives none
 * @param paidAt when the buyer paid by the provider's clock
 * @param verified true when it came over a signed call or a signed push; false for files
 * @param proof what proves it, e.g. {@code taobao.trade.fullinfo.get}
 */
public record SnapshotPayment(
        String method, String transactionNo, @Nullable Instant paidAt, boolean verified, String proof) {}
