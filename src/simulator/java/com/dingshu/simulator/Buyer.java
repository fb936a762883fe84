package com.dingshu.simulator;

/** A made-up buyer and where the parcel goes. */
public record Buyer(
        String id,
        String nick,
        String name,
        String phone,
        String province,
        String city,
        String district,
        String town,
        String detail,
        String postcode) {

    public String maskedName() {
        return name.charAt(0) + "*".repeat(name.length() - 1);
    }

    public String maskedPhone() {
        String digits = phone.replaceAll("\\D", "");
        return digits.length() < 8 ? "****" : digits.substring(0, 3) + "****" + digits.substring(digits.length() - 4);
    }
}
