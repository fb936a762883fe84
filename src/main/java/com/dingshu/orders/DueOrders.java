package com.dingshu.orders;

import com.dingshu.tenancy.Retrying;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does what is due order by order. One that fails is told of in the log and put off, ever longer, so that it keeps nothing
 * behind it waiting; when even that cannot be written, the portion fails as a whole and waits for the next look.
 */
@Component
class DueOrders {

    private static final Logger log = LoggerFactory.getLogger(DueOrders.class);

    private final OrderDueGateway gateway;
    private final Retrying retrying;
    private final Clock clock;

    DueOrders(OrderDueGateway gateway, Retrying retrying, Clock clock) {
        this.gateway = gateway;
        this.retrying = retrying;
        this.clock = clock;
    }

    /** Work that time brings to orders; the name is how its failures are kept. */
    enum Kind {
        TIMER,
        SHORTAGE
    }

    /**
     * An order whose time has come.
     *
     * @param failures how often it failed in a row
     */
    record Due(UUID id, int failures) {}

    /** How many were dealt with, well or badly. */
    int each(Kind kind, List<Due> due, Consumer<UUID> step) {
        due.forEach(order -> one(kind, order, step));
        return due.size();
    }

    private void one(Kind kind, Due order, Consumer<UUID> step) {
        try {
            step.accept(order.id());
        } catch (RuntimeException failed) {
            log.warn("{} of order {} failed for the {}. time", kind, order.id(), order.failures() + 1, failed);
            retrying.inTransaction(() -> gateway.putOff(kind, order, Packed.describe(failed), clock.instant()));
            return;
        }
        if (order.failures() > 0) {
            retrying.inTransaction(() -> gateway.recovered(kind, order.id()));
        }
    }
}
