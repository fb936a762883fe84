package com.dingshu.orders;

import java.util.List;
import java.util.UUID;

/** Finds orders by what only another module knows, such as waybill numbers; beans of it take part in the search. */
public interface OrderFinder {

    /** Ids of the merchant's orders that the text leads to, at most so many; one indexed look-up. */
    List<UUID> find(String text, int most);
}
