package com.dingshu.orders;

/**
 * Who bought.
 *
 * @param channelBuyerKey the channel's stable key of the buyer, empty when it gives none
 * @param nick the name shown on the channel, may be masked, may be empty
 */
public record SnapshotBuyer(String channelBuyerKey, String nick) {}
