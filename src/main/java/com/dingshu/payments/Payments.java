package com.dingshu.payments;

import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.util.List;
import java.util.UUID;
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
}
