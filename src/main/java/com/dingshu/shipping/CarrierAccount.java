package com.dingshu.shipping;

/**
 * The merchant's contract with a carrier.
 *
 * @param secret what requests are signed with; never shown, never logged
 * @param monthlyCard the number freight is charged to, may be empty
 */
public record CarrierAccount(String carrier, String partnerId, String secret, String monthlyCard) {

    @Override
    public String toString() {
        return "CarrierAccount[" + carrier + ", " + partnerId + "]";
    }
}
