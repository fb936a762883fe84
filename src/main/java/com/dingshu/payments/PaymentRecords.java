package com.dingshu.payments;

import com.dingshu.orders.events.OrderPaid;
import com.dingshu.tenancy.Consumes;
import com.dingshu.tenancy.EventConsumer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps each proved payment once, however often it is told. */
@Configuration(proxyBeanMethods = false)
class PaymentRecords {

    private final PaymentRepository payments;
    private final Clock clock;

    PaymentRecords(PaymentRepository payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    @Bean
    EventConsumer<OrderPaid> keepsPayments() {
        return Consumes.all("payments.order-paid", OrderPaid.class, this::keep);
    }

    private void keep(List<OrderPaid> facts) {
        List<Payment> known = new ArrayList<>(payments.findByOrderIdIn(
                facts.stream().map(OrderPaid::aggregateId).collect(Collectors.toSet())));
        Instant now = clock.instant();
        List<Payment> fresh = new ArrayList<>();
        for (OrderPaid fact : facts) {
            if (known.stream().noneMatch(payment -> payment.isOf(fact))) {
                Payment payment = new Payment(fact, now);
                known.add(payment);
                fresh.add(payment);
            }
        }
        payments.saveAll(fresh);
    }
}
