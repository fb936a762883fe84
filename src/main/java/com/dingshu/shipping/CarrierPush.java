package com.dingshu.shipping;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.TenantInfo;
import com.dingshu.tenancy.Tenants;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings what a carrier pushes to the tenant it is for. The key of the wish names the tenant and is known to nobody but
 * the carrier; a line is believed only when its waybill number belongs to that very key.
 */
@Component
public class CarrierPush {

    private static final Logger log = LoggerFactory.getLogger(CarrierPush.class);

    private final Tenants tenants;
    private final Tracking tracking;

    CarrierPush(Tenants tenants, Tracking tracking) {
        this.tenants = tenants;
        this.tracking = tracking;
    }

    /**
     * Records the lines told under one key; those that do not fit it are passed over.
     *
     * @return how many lines were new
     */
    public int record(String carrier, String carrierReference, List<CarrierScan> scans) {
        return CarrierReference.parse(carrierReference)
                .filter(reference -> tenants.byId(reference.tenantId())
                        .filter(CarrierPush::works)
                        .isPresent())
                .map(reference -> Acting.as(reference.tenantId(), actor(carrier))
                        .call(() -> recordOwn(carrier, reference.text(), scans)))
                .orElseGet(() -> passOver(carrier));
    }

    private int recordOwn(String carrier, String reference, List<CarrierScan> scans) {
        return tracking.waybillBehind(carrier, reference)
                .map(number -> tracking.record(
                        carrier,
                        scans.stream()
                                .filter(scan -> scan.waybillNo().equals(number))
                                .toList()))
                .orElseGet(() -> passOver(carrier));
    }

    private static int passOver(String carrier) {
        log.info("{} pushed routes under a key that is not ours", carrier);
        return 0;
    }

    private static boolean works(TenantInfo tenant) {
        return tenant.status().operating();
    }

    private static Actor actor(String carrier) {
        return new Actor(Actor.Kind.CHANNEL, null, carrier, Set.of(Permission.FACTS_RECORD), null);
    }
}
