package com.dingshu.shipping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How carriers are asked where parcels are, behind what they push.
 *
 * @param lookEvery how long nothing may be heard of a parcel before its carrier is asked
 * @param giveUpAfter how long after the waybill was issued the carrier is no longer asked
 */
@ConfigurationProperties("dingshu.tracking")
record TrackingSettings(
        @DefaultValue("30m") Duration lookEvery,
        @DefaultValue("30d") Duration giveUpAfter) {}
