package com.dingshu.shipping;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest waybill of a parcel.
 *
 * @param waybillNo null until the carrier gave one
 * @param problem what the carrier last objected to, for people; null when nothing is wrong
 */
public record WaybillInfo(
        UUID parcelId,
        String carrier,
        WaybillState state,
        @Nullable String waybillNo,
        @Nullable WaybillLabel label,
        @Nullable String problem) {}
