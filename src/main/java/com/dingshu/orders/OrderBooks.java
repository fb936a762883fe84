package com.dingshu.orders;

import com.dingshu.tenancy.Books;
import org.springframework.stereotype.Component;

/** Orders are counted by the merchant's days: once there is one, the zone cannot change any more. */
@Component
class OrderBooks implements Books {

    private final OrderTallyGateway tallies;

    OrderBooks(OrderTallyGateway tallies) {
        this.tallies = tallies;
    }

    @Override
    public boolean begun() {
        return !tallies.orders(OrderTallyGateway.ALL_DAYS).isEmpty();
    }
}
