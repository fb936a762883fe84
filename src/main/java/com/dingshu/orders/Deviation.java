package com.dingshu.orders;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Tells one content of an order from another, whatever the order its lines come in: to ask about each only once. */
final class Deviation {

    private static final int LENGTH = 16;

    private Deviation() {}

    static byte[] fingerprint(ChannelOrderSnapshot snapshot, SnapshotAmounts money) {
        String goods = snapshot.lines().stream()
                .sorted(Comparator.comparing(SnapshotLine::channelLineNo))
                .map(line -> line.channelLineNo() + " " + line.skuId() + " " + line.quantity())
                .collect(Collectors.joining("\n"));
        return Arrays.copyOf(sha256(goods + "\n" + toPay(money)), LENGTH);
    }

    private static SnapshotAmounts toPay(SnapshotAmounts money) {
        return new SnapshotAmounts(
                money.goodsTotalMinor(),
                money.lineDiscountsMinor(),
                money.orderDiscountMinor(),
                money.couponMinor(),
                money.pointsMinor(),
                money.freightMinor(),
                money.taxMinor(),
                money.amountDueMinor(),
                0);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
