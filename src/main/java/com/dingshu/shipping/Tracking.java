package com.dingshu.shipping;

import com.dingshu.shipping.TrackingGateway.Followed;
import com.dingshu.shipping.events.ParcelCollected;
import com.dingshu.shipping.events.ParcelDelivered;
import com.dingshu.shipping.events.ParcelMoved;
import com.dingshu.shipping.events.ParcelRefused;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.DomainEvent;
import com.dingshu.tenancy.Events;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.Retrying;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where parcels are. Carriers push; behind that they are asked. Both ways end in {@link #record}, which keeps every line
 * once and lets the parcel's state follow from all of them by the time of the event.
 */
@Service
public class Tracking {

    private final TrackingGateway gateway;
    private final WaybillRepository waybills;
    private final TrackingSettings settings;
    private final Events events;
    private final Retrying retrying;
    private final Clock clock;

    Tracking(
            TrackingGateway gateway,
            WaybillRepository waybills,
            TrackingSettings settings,
            Events events,
            Retrying retrying,
            Clock clock) {
        this.gateway = gateway;
        this.waybills = waybills;
        this.settings = settings;
        this.events = events;
        this.retrying = retrying;
        this.clock = clock;
    }

    /** Everything the carrier told of a waybill, newest first; empty for a number that is not ours. */
    @Requires({
        Permission.SHIPPING_VIEW,
        Permission.ORDERS_VIEW,
        Permission.FULFILMENT_VIEW,
        Permission.STATUS_PAGE,
        Permission.FACTS_RECORD
    })
    @Transactional(readOnly = true)
    public List<CarrierScan> events(String waybillNo) {
        return gateway.ofWaybills(List.of(waybillNo)).stream()
                .flatMap(parcel -> gateway.events(parcel.id(), waybillNo).stream())
                .sorted(Comparator.comparing(CarrierScan::at).reversed())
                .toList();
    }

    /** Where these waybills' parcels are now; numbers that are not ours are left out. */
    @Requires({
        Permission.SHIPPING_VIEW,
        Permission.ORDERS_VIEW,
        Permission.FULFILMENT_VIEW,
        Permission.STATUS_PAGE,
        Permission.FACTS_RECORD
    })
    @Transactional(readOnly = true)
    public Map<String, TrackedParcel> latest(Collection<String> waybillNos) {
        return waybillNos.isEmpty() ? Map.of() : byKey(gateway.ofWaybills(waybillNos), TrackedParcel::waybillNo);
    }

    /** Where these parcels are now, by parcel; those without a waybill are left out. */
    @Requires({
        Permission.SHIPPING_VIEW,
        Permission.ORDERS_VIEW,
        Permission.FULFILMENT_VIEW,
        Permission.STATUS_PAGE,
        Permission.FACTS_RECORD
    })
    @Transactional(readOnly = true)
    public Map<UUID, TrackedParcel> ofParcels(Collection<UUID> parcelIds) {
        return parcelIds.isEmpty() ? Map.of() : byKey(gateway.ofParcels(parcelIds), TrackedParcel::parcelId);
    }

    /**
     * Takes lines in, in any order and any number of times. Lines of numbers that are not ours are passed over.
     *
     * @return how many lines were new
     */
    @Requires(Permission.FACTS_RECORD)
    public int record(String carrier, Collection<CarrierScan> scans) {
        Map<String, List<CarrierScan>> byWaybill = scans.stream()
                .collect(Collectors.groupingBy(CarrierScan::waybillNo, LinkedHashMap::new, Collectors.toList()));
        int added = 0;
        for (Map.Entry<String, List<CarrierScan>> parcel : byWaybill.entrySet()) {
            added += retrying.inTransaction(() -> record(carrier, parcel.getKey(), parcel.getValue()));
        }
        return added;
    }

    /**
     * The number behind our own key of a wish, which proves that whoever names it is the carrier.
     *
     * @return empty when no wish of this tenant has the key or it has no number yet
     */
    @Requires(Permission.FACTS_RECORD)
    @Transactional(readOnly = true)
    public Optional<String> waybillBehind(String carrier, String carrierReference) {
        return waybills.findByCarrierAndCarrierReference(carrier, carrierReference)
                .flatMap(waybill -> Optional.ofNullable(waybill.waybillNo()));
    }

    void start(UUID id, UUID parcelId, String carrier, String waybillNo, String senderLastFour) {
        Instant now = clock.instant();
        gateway.insert(id, parcelId, carrier, waybillNo, senderLastFour, now, now.plus(settings.lookEvery()));
    }

    void stop(UUID id) {
        gateway.stopLooking(id);
    }

    private int record(String carrier, String waybillNo, List<CarrierScan> scans) {
        Followed known = gateway.lock(carrier, waybillNo).orElse(null);
        if (known == null) {
            return 0;
        }
        List<CarrierScan> all = new ArrayList<>(gateway.events(known.id(), waybillNo));
        List<CarrierScan> fresh = fresh(all, scans);
        if (fresh.isEmpty()) {
            return 0;
        }
        gateway.insertEvents(known.id(), fresh, clock.instant());
        all.addAll(fresh);
        Course course = Course.of(all);
        Instant lookAt = course.status().last() ? null : clock.instant().plus(settings.lookEvery());
        gateway.update(known.id(), course, lookAt);
        if (known.parcel().collectedAt() == null && course.collectedAt() != null) {
            gateway.askExpected(known.id(), clock.instant());
        }
        events.publish(news(known, course));
        return fresh.size();
    }

    private static List<CarrierScan> fresh(List<CarrierScan> stored, List<CarrierScan> scans) {
        Set<Line> seen = stored.stream().map(Line::of).collect(Collectors.toCollection(HashSet::new));
        return scans.stream().filter(scan -> seen.add(Line.of(scan))).toList();
    }

    private static List<DomainEvent> news(Followed before, Course now) {
        int tenant = Acting.current().tenantId();
        TrackedParcel parcel = before.parcel();
        List<DomainEvent> news = new ArrayList<>();
        if (parcel.collectedAt() == null && now.collectedAt() != null) {
            news.add(new ParcelCollected(tenant, parcel.parcelId(), parcel.waybillNo(), now.collectedAt()));
        }
        CarrierScan latest = now.latest();
        if (latest != null && (now.status() != parcel.status() || !latest.at().equals(parcel.at()))) {
            news.add(new ParcelMoved(
                    tenant,
                    parcel.parcelId(),
                    parcel.waybillNo(),
                    now.status(),
                    latest.place(),
                    latest.text(),
                    latest.at()));
        }
        CarrierScan refusal = now.refusal();
        if (before.refusedAt() == null && refusal != null) {
            news.add(new ParcelRefused(tenant, parcel.parcelId(), parcel.waybillNo(), refusal.text(), refusal.at()));
        }
        if (parcel.deliveredAt() == null && now.deliveredAt() != null) {
            news.add(new ParcelDelivered(tenant, parcel.parcelId(), parcel.waybillNo(), now.deliveredAt()));
        }
        return news;
    }

    private static <K> Map<K, TrackedParcel> byKey(
            List<Followed> followed, java.util.function.Function<TrackedParcel, K> key) {
        Map<K, TrackedParcel> parcels = new LinkedHashMap<>();
        followed.forEach(one -> parcels.put(key.apply(one.parcel()), one.parcel()));
        return parcels;
    }

    /** What makes two lines the same. */
    private record Line(Instant at, String code) {

        static Line of(CarrierScan scan) {
            return new Line(scan.at(), scan.code());
        }
    }
}
