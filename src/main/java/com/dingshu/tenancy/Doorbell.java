package com.dingshu.tenancy;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Says that a tenant has work waiting, after the commit. A ring that is lost costs a sweep's delay, nothing more. */
@Component
public class Doorbell {

    private final ApplicationEventPublisher publisher;

    Doorbell(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    public void ring(String kind, int tenantId) {
        Ring ring = new Ring(kind, tenantId);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    publisher.publishEvent(ring);
                }
            });
        } else {
            publisher.publishEvent(ring);
        }
    }

    record Ring(String kind, int tenantId) {}
}
