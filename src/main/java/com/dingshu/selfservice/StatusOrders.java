package com.dingshu.selfservice;

import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.OrderLookUp;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.OrderSummary;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;

/**
 * The orders as the customer's page asks for them. The page works for somebody who may do nothing in this house; what it
 * reads of orders it reads as itself.
 */
@Component
class StatusOrders {

    private static final Actor ITSELF = Actor.job("status-page", Permission.STATUS_PAGE, Permission.FACTS_RECORD);

    private final OrderLookUp lookUp;
    private final OrderQueries queries;

    StatusOrders(OrderLookUp lookUp, OrderQueries queries) {
        this.lookUp = lookUp;
        this.queries = queries;
    }

    Optional<UUID> matching(String number, String lastFour) {
        return asItself(() -> lookUp.matching(number, lastFour));
    }

    boolean knows(String phone) {
        return asItself(() -> lookUp.knowsPhone(phone));
    }

    List<OrderSummary> ofPhone(String phone) {
        return asItself(() -> queries.byPhone(phone));
    }

    Optional<OrderDetails> details(UUID orderId) {
        return asItself(() -> queries.detailsById(orderId));
    }

    private static <T> T asItself(Callable<T> read) {
        return Acting.as(Acting.current().tenantId(), ITSELF).call(read);
    }
}
