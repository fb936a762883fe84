package com.dingshu.payments;

import com.dingshu.orders.events.OrderPaid;
import com.dingshu.tenancy.EventConsumer;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The proved payments of orders. */
@Service
@Transactional(readOnly = true)
public class Payments {

    private final PaymentRepository payments;

    Payments(PaymentRepository payments) {
        this.payments = payments;
    }

    /** What was paid for one order, oldest first; empty for an unknown order. */
    @Requires({Permission.PAYMENTS_VIEW, Permission.FACTS_RECORD})
    public List<PaymentFact> ofOrder(UUID orderId) {
        return payments.findByOrderIdOrderByPaidAt(orderId).stream()
                .map(Payment::fact)
                .toList();
    }

    /** Keeps each proved payment once, however often it is told. */
    @Component
    static class OnPaid implements EventConsumer<OrderPaid> {

        private final PaymentRepository payments;
        private final Clock clock;

        OnPaid(PaymentRepository payments, Clock clock) {
            this.payments = payments;
            this.clock = clock;
        }

        @Override
        public String name() {
            return "payments.order-paid";
        }

        @Override
        public Class<OrderPaid> type() {
            return OrderPaid.class;
        }

        @Override
        public void on(OrderPaid event) {
            boolean known = payments.existsByProviderAndTransactionNoAndOrderId(
                    event.provider(), event.transactionNo(), event.aggregateId());
            if (!known) {
                payments.save(new Payment(event, clock.instant()));
            }
        }
    }
}
