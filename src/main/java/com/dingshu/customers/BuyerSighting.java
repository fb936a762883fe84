package com.dingshu.customers;

/**
 * A buyer as one order shows them.
 *
 * @param channelBuyerKey the channel's own key of the person, empty when it gives none
 * @param contact the receiver; {@link Contact#UNKNOWN} when the channel gave none
 * @param masked true when the contact is the channel's mask: it recognises nobody and replaces nothing
 */
public record BuyerSighting(String channel, String channelBuyerKey, Contact contact, boolean masked) {}
