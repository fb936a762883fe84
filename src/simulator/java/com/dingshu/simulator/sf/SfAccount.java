package com.dingshu.simulator.sf;

/**
 * A customer of the carrier's open platform.
 *
 * @param push empty when it wants no pushes
 * @param handsOver whether it says when a parcel is handed over; else each is fetched some time after its number was drawn
 */
record SfAccount(String partnerID, String checkWord, String push, boolean handsOver) {}
