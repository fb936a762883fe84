package com.dingshu.customers;

import com.dingshu.shared.PersonName;
import com.dingshu.shared.Phone;
import com.dingshu.shared.PostalAddress;
import java.util.Optional;

/**
 * Who receives a parcel and where, in clear. It is held only while it is worked on; stored it is a {@link SealedContact}.
 *
 * @param phone as written, in any spelling; empty when not known
 */
public record Contact(String name, String phone, PostalAddress address) {

    public static final Contact UNKNOWN = new Contact("", "", PostalAddress.UNKNOWN);

    /** The number in its one spelling, empty when it cannot be called (masked or garbled). */
    public Optional<Phone> number() {
        return Phone.parse(phone, address.country().isEmpty() ? "CN" : address.country());
    }

    /** What everybody who may see orders may see. */
    public MaskedContact masked() {
        return new MaskedContact(
                PersonName.masked(name),
                number().map(Phone::masked).orElseGet(() -> Phone.masked(phone)),
                address.masked());
    }

    /** True when nothing is known that a parcel could be sent to. */
    public boolean isBlank() {
        return name.isEmpty() && phone.isEmpty() && address.detail().isEmpty();
    }
}
