package com.dingshu.orders;

/**
 * Where the parcel goes, in the channel's words after cleaning; a field the channel left blank is empty.
 *
 * @param phone as given: any spelling, may carry the extension of a virtual number
 * @param country two letters
 * @param masked true when name, phone or detail are the channel's mask and not the real text
 */
public record SnapshotReceiver(
        String name,
        String phone,
        String country,
        String province,
        String city,
        String district,
        String detail,
        String postcode,
        boolean masked) {

    /** True when nothing is known that could overwrite what is stored. */
    public boolean isBlank() {
        return name.isEmpty() && phone.isEmpty() && detail.isEmpty();
    }
}
