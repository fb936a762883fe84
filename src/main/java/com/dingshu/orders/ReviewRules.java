package com.dingshu.orders;

import com.dingshu.orders.OrderHold.Obstacle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What makes an order doubtful. A doubt about what the buyer wants makes a person look at it; a doubt about where it
 * goes holds it as well, since a parcel sent wrongly does not come back.
 */
final class ReviewRules {

    static final String BUYER_NOTE = "buyer-note";
    static final String AMOUNT = "amount";
    static final String ADDRESS = "address";
    /** No rule's: a person took the approval back. */
    static final String BY_HAND = "by-hand";

    static final String ADDRESS_INCOMPLETE = "address-incomplete";
    static final String CONTACT_MASKED = "contact-masked";

    private ReviewRules() {}

    /** Codes of the doubts, none for the normal order. */
    static List<String> doubts(Rules rules, String buyerNote, OrderAmounts amounts, Receiver receiver) {
        List<String> doubts = new ArrayList<>();
        if (rules.stopBuyerNotes() && !buyerNote.isBlank()) {
            doubts.add(BUYER_NOTE);
        }
        rules.reviewAmount(amounts.currency()).stream()
                .filter(least -> amounts.dueMinor() >= least)
                .forEach(least -> doubts.add(AMOUNT));
        if (obstacle(receiver).isPresent()) {
            doubts.add(ADDRESS);
        }
        return doubts;
    }

    /** Why nothing can be sent to the receiver, if so. */
    static Optional<Obstacle> obstacle(Receiver receiver) {
        if (receiver.isMasked()) {
            return Optional.of(Obstacle.of(HoldReason.ADDRESS_RISK, CONTACT_MASKED));
        }
        return receiver.isComplete()
                ? Optional.empty()
                : Optional.of(Obstacle.of(HoldReason.ADDRESS_RISK, ADDRESS_INCOMPLETE));
    }
}
