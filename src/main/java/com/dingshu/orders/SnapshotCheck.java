package com.dingshu.orders;

import com.dingshu.orders.AcceptResult.Rejected;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses snapshots that cannot become an order, naming the field and what is wrong with it. */
final class SnapshotCheck {

    private static final int MOST_LINES = 500;
    private static final int MOST_PIECES = 1_000_000;
    private static final long MOST_MONEY = 1_000_000_000_000L;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_KEY = 191;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_NOTE = 10_000;
    private static final int LONGEST_TAGS = 1_000;

    private SnapshotCheck() {}

    static Optional<Rejected> fault(ChannelOrderSnapshot snapshot) {
        return identity(snapshot)
                .or(() -> lines(snapshot.lines()))
                .or(() -> amounts(snapshot.amounts()))
                .or(() -> texts(snapshot));
    }

    private static Optional<Rejected> identity(ChannelOrderSnapshot snapshot) {
        String number = snapshot.channelOrderNo();
        if (number.isBlank() || number.length() > LONGEST_NUMBER) {
            return rejected("channelOrderNo", "1 to " + LONGEST_NUMBER + " characters");
        }
        if (!snapshot.currency().matches("[A-Z]{3}")) {
            return rejected("currency", "three capital letters, not " + snapshot.currency());
        }
        return Optional.empty();
    }

    private static Optional<Rejected> lines(List<SnapshotLine> lines) {
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            return rejected("lines", "1 to " + MOST_LINES + ", not " + lines.size());
        }
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            SnapshotLine line = lines.get(i);
            String field = "lines[" + i + "].";
            if (line.quantity() < 1 || line.quantity() > MOST_PIECES) {
                return rejected(field + "quantity", "1 to " + MOST_PIECES + ", not " + line.quantity());
            }
            if (!isMoney(line.unitPriceMinor()) || !isMoney(Math.abs(line.lineDiscountMinor()))) {
                return rejected(field + "unitPrice", "0 to " + MOST_MONEY + " minor units");
            }
            if (line.name().length() > LONGEST_NAME || line.spec().length() > LONGEST_NAME) {
                return rejected(field + "name", "at most " + LONGEST_NAME + " characters");
            }
            if (line.itemKey().length() > LONGEST_KEY) {
                return rejected(field + "itemKey", "at most " + LONGEST_KEY + " characters");
            }
            if (line.channelLineNo().length() > LONGEST_NUMBER || !numbers.add(line.channelLineNo())) {
                return rejected(
                        field + "channelLineNo", "once in the order, at most " + LONGEST_NUMBER + " characters");
            }
        }
        return Optional.empty();
    }

    private static Optional<Rejected> amounts(SnapshotAmounts amounts) {
        List<Long> all = List.of(
                amounts.goodsTotalMinor(),
                Math.abs(amounts.lineDiscountsMinor()),
                amounts.orderDiscountMinor(),
                amounts.couponMinor(),
                amounts.pointsMinor(),
                amounts.freightMinor(),
                amounts.taxMinor(),
                amounts.amountDueMinor(),
                amounts.actualPaidMinor());
        return all.stream().allMatch(SnapshotCheck::isMoney)
                ? Optional.empty()
                : rejected("amounts", "0 to " + MOST_MONEY + " minor units each");
    }

    private static Optional<Rejected> texts(ChannelOrderSnapshot snapshot) {
        if (snapshot.buyerNote().length() > LONGEST_NOTE
                || snapshot.sellerNote().length() > LONGEST_NOTE) {
            return rejected("buyerNote", "at most " + LONGEST_NOTE + " characters");
        }
        if (Packed.join(snapshot.tags()).length() > LONGEST_TAGS) {
            return rejected("tags", "at most " + LONGEST_TAGS + " characters together");
        }
        return receiver(snapshot.receiver());
    }

    private static Optional<Rejected> receiver(@Nullable SnapshotReceiver to) {
        if (to == null) {
            return Optional.empty();
        }
        if (to.country().length() > 2) {
            return rejected("receiver.country", "two letters, not " + to.country());
        }
        return longerThan("receiver.name", to.name(), 100)
                .or(() -> longerThan("receiver.phone", to.phone(), 50))
                .or(() -> longerThan("receiver.province", to.province(), 60))
                .or(() -> longerThan("receiver.city", to.city(), 60))
                .or(() -> longerThan("receiver.district", to.district(), 60))
                .or(() -> longerThan("receiver.postcode", to.postcode(), 20))
                .or(() -> longerThan("receiver.detail", to.detail(), LONGEST_NAME));
    }

    private static Optional<Rejected> longerThan(String field, String text, int most) {
        return text.length() > most ? rejected(field, "at most " + most + " characters") : Optional.empty();
    }

    private static boolean isMoney(long minor) {
        return minor >= 0 && minor <= MOST_MONEY;
    }

    private static Optional<Rejected> rejected(String field, String reason) {
        return Optional.of(new Rejected(field, reason));
    }
}
