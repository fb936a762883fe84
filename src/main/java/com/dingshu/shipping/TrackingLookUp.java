package com.dingshu.shipping;

import com.dingshu.shipping.Carrier.RoutesAnswer;
import com.dingshu.shipping.TrackingGateway.Due;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.TenantWork;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks carriers about parcels they have not pushed anything of for a while. */
@Component
class TrackingLookUp implements TenantWork {

    private static final Logger log = LoggerFactory.getLogger(TrackingLookUp.class);
    private static final int PORTION = 200;

    private final TrackingGateway gateway;
    private final Tracking tracking;
    private final CarrierAccounts accounts;
    private final Carriers carriers;
    private final TrackingSettings settings;
    private final Retrying retrying;
    private final Clock clock;

    TrackingLookUp(
            TrackingGateway gateway,
            Tracking tracking,
            CarrierAccounts accounts,
            Carriers carriers,
            TrackingSettings settings,
            Retrying retrying,
            Clock clock) {
        this.gateway = gateway;
        this.tracking = tracking;
        this.accounts = accounts;
        this.carriers = carriers;
        this.settings = settings;
        this.retrying = retrying;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "tracking";
    }

    @Override
    public Actor actor() {
        return Actor.job("tracking", Permission.FACTS_RECORD);
    }

    @Override
    public boolean pending() {
        return gateway.anyDue(clock.instant());
    }

    @Override
    public int drain() {
        Instant now = clock.instant();
        List<Due> due = gateway.due(now, PORTION);
        Instant tooOld = now.minus(settings.giveUpAfter());
        due.stream()
                .filter(parcel -> parcel.startedAt().isBefore(tooOld))
                .collect(Collectors.groupingBy(Due::carrier))
                .forEach((carrier, parcels) -> schedule(carrier, numbers(parcels), null, TrackingStatus.EXPIRED));
        due.stream()
                .filter(parcel -> !parcel.startedAt().isBefore(tooOld))
                .collect(Collectors.groupingBy(parcel -> new Asked(parcel.carrier(), parcel.senderLastFour())))
                .forEach((asked, parcels) -> ask(asked, numbers(parcels)));
        return due.size();
    }

    private void ask(Asked asked, List<String> waybillNos) {
        CarrierAccount account = accounts.open(asked.carrier()).orElse(null);
        Carrier carrier = carriers.get(asked.carrier());
        for (int from = 0; from < waybillNos.size(); from += carrier.mostPerLookUp()) {
            List<String> part = waybillNos.subList(from, Math.min(waybillNos.size(), from + carrier.mostPerLookUp()));
            schedule(asked.carrier(), part, clock.instant().plus(settings.lookEvery()), null);
            if (account != null) {
                take(asked.carrier(), carrier.routes(account, part, asked.lastFour()));
            }
        }
    }

    private void take(String carrier, RoutesAnswer answer) {
        switch (answer) {
            case RoutesAnswer.Found found -> tracking.record(carrier, found.scans());
            case RoutesAnswer.Failed failed -> log.warn("{} told no routes: {}", carrier, failed.reason());
        }
    }

    private void schedule(
            String carrier, Collection<String> waybillNos, @Nullable Instant at, @Nullable TrackingStatus status) {
        retrying.inTransaction(() -> gateway.lookAgain(carrier, waybillNos, at, status));
    }

    private static List<String> numbers(List<Due> parcels) {
        return parcels.stream().map(Due::waybillNo).toList();
    }

    /** Parcels that one question can name together. */
    private record Asked(String carrier, String lastFour) {}
}
