package com.dingshu.customers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer on a page of its own.
 *
 * @param region country, province, city and district of the address last seen, as far as they are known
 * @param known whether there is contact data that could be shown in clear
 * @param identities by what the person, and those merged into it, are recognised, the oldest first
 * @param merged those this customer stands for, directly or through another
 * @param standIn who stands for this one; null when nobody does
 */
public record CustomerDetails(
        CustomerSummary summary,
        Region region,
        boolean known,
        List<Identity> identities,
        List<Merged> merged,
        @Nullable Merged standIn) {

    /** The parts of an address that are no secret. */
    public record Region(String country, String province, String city, String district) {}

    /**
     * A key that leads to the person; the key itself is not kept.
     *
     * @param kind the channel whose buyer id it is; {@link Customers#BY_PHONE} for a telephone number
     */
    public record Identity(UUID customerId, String kind, Instant firstSeenAt) {}

    /**
     * One end of a merge.
     *
     * @param customer the other end
     */
    public record Merged(CustomerSummary customer, Instant at, String by) {}

    public CustomerDetails {
        identities = List.copyOf(identities);
        merged = List.copyOf(merged);
    }

    /** The customer and all it stands for. */
    public List<UUID> ids() {
        return Stream.concat(Stream.of(summary.id()), merged.stream().map(one -> one.customer()
                        .id()))
                .toList();
    }

    /** The channels whose buyer keys lead here; {@code phone} when a telephone number does. */
    public List<String> recognisedBy() {
        return identities.stream().map(Identity::kind).distinct().sorted().toList();
    }
}
