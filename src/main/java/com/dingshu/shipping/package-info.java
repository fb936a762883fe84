/**
 * Parcels and carriers: waybill numbers, labels, and where parcels are. It knows parcels, not orders; what a parcel holds
 * and whose it is belongs to those who ask.
 *
 * <p>Tables: {@code carrier_contract}, {@code waybill}, {@code tracking}, {@code tracking_event}. Doors: {@link
 * com.dingshu.shipping.Waybills}, {@link com.dingshu.shipping.Tracking}, {@link com.dingshu.shipping.CarrierAccounts};
 * paper in {@code print}. Events in {@code events}. A carrier is one subpackage that implements {@link
 * com.dingshu.shipping.Carrier}. It never decides which carrier sends a parcel and never marks an order shipped.
 */
@ApplicationModule(displayName = "Shipping")
@NullMarked
package com.dingshu.shipping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
