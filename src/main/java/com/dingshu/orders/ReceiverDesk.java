package com.dingshu.orders;

import com.dingshu.customers.Addresses;
import com.dingshu.customers.Contact;
import com.dingshu.customers.ContactPlace;
import com.dingshu.customers.ContactVault;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts receivers on orders and takes them off again, sealed. */
@Component
class ReceiverDesk {

    private final ContactVault vault;

    ReceiverDesk(ContactVault vault) {
        this.vault = vault;
    }

    /** In parts and in one spelling; unknown when the channel gave nobody. */
    static Contact contact(@Nullable SnapshotReceiver to) {
        if (to == null || to.isBlank()) {
            return Contact.UNKNOWN;
        }
        return new Contact(
                to.name().strip(),
                to.phone().strip(),
                Addresses.of(to.country(), to.province(), to.city(), to.district(), to.detail(), to.postcode()));
    }

    /**
     * Takes the channel's receiver over when it is another than it gave before. Nobody, or a mask of somebody known, never
     * replaces anybody.
     *
     * @return whether the order's receiver is another now
     */
    boolean hear(Order order, @Nullable SnapshotReceiver to) {
        Contact contact = contact(to);
        if (to == null || contact.isBlank()) {
            return false;
        }
        byte[] fingerprint = vault.fingerprint(contact);
        Receiver receiver = order.receiver();
        boolean keepsKnown = to.masked() && receiver.contact() != null && !receiver.isMasked();
        if (receiver.isKnownFromChannel(fingerprint) || keepsKnown) {
            return false;
        }
        set(order, contact, to.masked());
        receiver.heardFromChannel(fingerprint);
        return true;
    }

    void set(Order order, Contact contact, boolean masked) {
        boolean complete = !contact.name().isEmpty()
                && (masked || contact.number().isPresent())
                && Addresses.isComplete(contact.address());
        order.receiver().set(vault.seal(order.customerId(), place(order.id()), contact), masked, complete);
    }

    /** The receiver in clear; empty when none is known. */
    Optional<Contact> open(Order order) {
        return open(order.customerId(), order.id(), order.receiver().contact());
    }

    Optional<Contact> open(UUID customerId, UUID orderId, byte @Nullable [] sealed) {
        return sealed == null ? Optional.empty() : Optional.of(vault.open(customerId, place(orderId), sealed));
    }

    private static ContactPlace place(UUID orderId) {
        return new ContactPlace("orders", orderId, "contact");
    }
}
