package com.dingshu.customers;

import java.util.List;

/**
 * A customer on a page of its own.
 *
 * @param recognisedBy the channels whose buyer keys lead here; {@code phone} when a telephone number does
 */
public record CustomerDetails(CustomerSummary summary, List<String> recognisedBy) {

    public CustomerDetails {
        recognisedBy = List.copyOf(recognisedBy);
    }
}
