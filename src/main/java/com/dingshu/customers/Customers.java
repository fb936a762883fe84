package com.dingshu.customers;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows people again. A buyer is first looked for by the channel's own key of the person, then by the telephone number;
 * who is found by neither is new. Contact data that differs from what was known replaces it, and the former stays in the
 * history. Somebody who has been merged into another is recognised as that one.
 */
@Service
public class Customers {

    /** The kind of an identity that is a telephone number. */
    public static final String BY_PHONE = "phone";

    private final EntityManager entities;
    private final CustomerRepository customers;
    private final CustomerGateway gateway;
    private final ContactVault vault;
    private final Clock clock;

    Customers(
            EntityManager entities,
            CustomerRepository customers,
            CustomerGateway gateway,
            ContactVault vault,
            Clock clock) {
        this.entities = entities;
        this.customers = customers;
        this.gateway = gateway;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Recognises the buyers of many orders with a handful of statements, as part of the caller's transaction. The answer
     * has the order of the input. Two transactions that meet the same new person at once collide on a unique key: the
     * later one repeats and finds the person made.
     */
    @Requires({Permission.ORDERS_ACCEPT, Permission.ORDERS_CREATE})
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CustomerRef> recognise(List<BuyerSighting> sightings) {
        List<Traits> traits = sightings.stream().map(this::traits).toList();
        Meeting meeting = new Meeting(known(traits));
        List<CustomerRef> met =
                traits.stream().map(seen -> new CustomerRef(meeting.meet(seen))).toList();
        meeting.identities.forEach(entities::persist);
        return met;
    }

    private Map<Key, UUID> known(List<Traits> traits) {
        Set<Key> keys = traits.stream().flatMap(seen -> seen.keys().stream()).collect(Collectors.toSet());
        return gateway.identities(keys);
    }

    private Traits traits(BuyerSighting sighting) {
        Key buyer = sighting.channelBuyerKey().isEmpty()
                ? null
                : new Key(sighting.channel(), vault.buyerIndex(sighting.channel(), sighting.channelBuyerKey()));
        Key phone = sighting.masked()
                ? null
                : sighting.contact()
                        .number()
                        .map(number -> new Key(BY_PHONE, vault.index(number)))
                        .orElse(null);
        return new Traits(sighting, buyer, phone);
    }

    /** A key hash that equals another by content. */
    record Key(String kind, String hex) {

        Key(String kind, byte[] index) {
            this(kind, java.util.HexFormat.of().formatHex(index));
        }

        byte[] index() {
            return java.util.HexFormat.of().parseHex(hex);
        }
    }

    private record Traits(
            BuyerSighting sighting,
            @Nullable Key buyer,
            @Nullable Key phone) {

        List<Key> keys() {
            List<Key> keys = new ArrayList<>(2);
            if (buyer != null) {
                keys.add(buyer);
            }
            if (phone != null) {
                keys.add(phone);
            }
            return keys;
        }
    }

    /** One batch: who was known before, who has been met in it. */
    private final class Meeting {

        private final Map<Key, UUID> known;
        private final Map<UUID, Customer> people = new HashMap<>();
        // why: stored after the people they point to
        private final List<CustomerIdentity> identities = new ArrayList<>();
        private final Instant now = clock.instant();

        Meeting(Map<Key, UUID> known) {
            this.known = new HashMap<>(known);
            Set<UUID> ids = new HashSet<>(known.values());
            if (!ids.isEmpty()) {
                read(ids);
            }
        }

        /** These people, and whoever stands for those among them that have been merged. */
        private void read(Set<UUID> ids) {
            Map<UUID, Customer> found =
                    customers.findByIdIn(ids).stream().collect(Collectors.toMap(Customer::id, Function.identity()));
            people.putAll(found);
            found.forEach((id, person) -> vault.remember(id, person.dataKey()));
            Set<UUID> further = found.values().stream()
                    .map(Customer::mergedInto)
                    .filter(Objects::nonNull)
                    .filter(id -> !people.containsKey(id))
                    .collect(Collectors.toSet());
            if (!further.isEmpty()) {
                read(further);
            }
        }

        UUID meet(Traits seen) {
            Customer person = found(seen).orElseGet(() -> stranger(seen));
            for (Key key : seen.keys()) {
                if (known.putIfAbsent(key, person.id()) == null) {
                    identities.add(new CustomerIdentity(person.id(), key.kind(), key.index(), now));
                }
            }
            reach(person, seen.sighting());
            return person.id();
        }

        private Optional<Customer> found(Traits seen) {
            return seen.keys().stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(people::get)
                    .map(this::standIn);
        }

        private Customer standIn(Customer person) {
            Customer found = person;
            while (found.mergedInto() != null && people.containsKey(found.mergedInto())) {
                found = people.get(found.mergedInto());
            }
            return found;
        }

        private Customer stranger(Traits seen) {
            UUID id = Ids.next();
            Customer person = new Customer(id, vault.newKey(id), seen.sighting().channel(), now);
            people.put(id, person);
            reach(person, seen.sighting());
            entities.persist(person);
            return person;
        }

        private void reach(Customer person, BuyerSighting sighting) {
            Contact contact = sighting.contact();
            if (contact.isBlank() || sighting.masked() && person.hasContact()) {
                return;
            }
            byte[] fingerprint = vault.fingerprint(contact);
            if (!person.knows(fingerprint)) {
                person.reach(vault.sealedOwn(person.id(), contact), fingerprint);
            }
        }
    }
}
