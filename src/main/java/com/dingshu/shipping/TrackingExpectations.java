package com.dingshu.shipping;

import com.dingshu.shipping.TrackingGateway.Expecting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.TenantWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks carriers, once they have a parcel, when they expect to deliver it. What they do not say stays unknown. */
@Component
class TrackingExpectations implements TenantWork {

    private static final int PORTION = 50;
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofHours(6);

    private final TrackingGateway gateway;
    private final CarrierAccounts accounts;
    private final Carriers carriers;
    private final Retrying retrying;
    private final Clock clock;

    TrackingExpectations(
            TrackingGateway gateway, CarrierAccounts accounts, Carriers carriers, Retrying retrying, Clock clock) {
        this.gateway = gateway;
        this.accounts = accounts;
        this.carriers = carriers;
        this.retrying = retrying;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "tracking-expectations";
    }

    @Override
    public Actor actor() {
        return Actor.job("tracking", Permission.FACTS_RECORD);
    }

    @Override
    public boolean pending() {
        return !gateway.expecting(clock.instant(), 1).isEmpty();
    }

    @Override
    public int drain() {
        List<Expecting> parcels = gateway.expecting(clock.instant(), PORTION);
        parcels.forEach(this::ask);
        return parcels.size();
    }

    private void ask(Expecting parcel) {
        Optional<Instant> expected = parcel.status().last()
                ? Optional.empty()
                : accounts.open(parcel.carrier())
                        .flatMap(account -> carriers.get(parcel.carrier()).expectedAt(account, parcel.waybillNo()));
        boolean settled = expected.isPresent() || parcel.status().last();
        Instant again = settled ? null : clock.instant().plus(ASKED_AGAIN_AFTER);
        retrying.inTransaction(
                () -> gateway.expect(parcel.carrier(), parcel.waybillNo(), expected.orElse(null), again));
    }
}
