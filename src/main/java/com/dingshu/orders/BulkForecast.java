package com.dingshu.orders;

import com.dingshu.shared.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a step with many orders would do as they stand now, before anything is done.
 *
 * @param fitting how many would take the step
 * @param others how many would be left out
 * @param why what the ones left out stand at, the most frequent first, at most three
 * @param worth what was paid for the fitting ones; null when they are paid in several currencies
 */
public record BulkForecast(
        long fitting,
        long others,
        List<BlockedBy> why,
        @Nullable Money worth) {

    private static final int REASONS = 3;

    public BulkForecast {
        why = List.copyOf(why);
    }

    /** Orders alike in what decides about a step. */
    record Pile(
            Anchor anchor,
            PaymentStatus payment,
            ReviewStatus review,
            BlockedBy blockedBy,
            String currency,
            long orders,
            long paidMinor) {

        static Pile of(OrderSummary order) {
            return new Pile(
                    order.anchor(),
                    order.payment(),
                    order.review(),
                    order.blockedBy(),
                    order.currency(),
                    1,
                    order.paidMinor());
        }
    }

    /** Of orders that are at hand. */
    public static BulkForecast of(BulkVerb verb, Collection<OrderSummary> orders) {
        return ofPiles(verb, orders.stream().map(Pile::of).toList());
    }

    static BulkForecast ofPiles(BulkVerb verb, List<Pile> piles) {
        long fitting = 0;
        long others = 0;
        Map<BlockedBy, Long> why = new LinkedHashMap<>();
        Map<String, Long> worth = new LinkedHashMap<>();
        for (Pile pile : piles) {
            if (verb.fits(pile.anchor(), pile.payment(), pile.review(), pile.blockedBy())) {
                fitting += pile.orders();
                worth.merge(pile.currency(), pile.paidMinor(), Long::sum);
            } else {
                others += pile.orders();
                why.merge(pile.blockedBy().kindOnly(), pile.orders(), Long::sum);
            }
        }
        return new BulkForecast(fitting, others, mostFrequent(why), single(worth));
    }

    private static List<BlockedBy> mostFrequent(Map<BlockedBy, Long> why) {
        return why.entrySet().stream()
                .filter(one -> one.getKey().kind() != BlockedBy.Kind.NOTHING)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(REASONS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static @Nullable Money single(Map<String, Long> worth) {
        return worth.size() == 1
                ? worth.entrySet().stream()
                        .map(one -> new Money(one.getValue(), one.getKey()))
                        .findFirst()
                        .orElseThrow()
                : null;
    }
}
