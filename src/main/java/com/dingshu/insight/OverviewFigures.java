package com.dingshu.insight;

import com.dingshu.orders.BoardCounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The start page's figures at one moment.
 *
 * @param piles how many orders lie on each pile now, whatever the days looked at
 * @param unpaid orders that wait for their payment now
 * @param shipped orders on their way to the customer now
 * @param currency what the merchant keeps its books in
 * @param now the days looked at, today up to this moment
 * @param before as many days before, the last one up to the same time of day
 * @param hours orders of each hour of the last day so far
 * @param hoursBefore orders of each hour of the day before it
 * @param days orders of each day and channel, the last one today; at least a fortnight
 * @param shops every shop that has orders in the days looked at, the busiest first
 */
public record OverviewFigures(
        BoardCounts piles,
        long unpaid,
        long shipped,
        String currency,
        Sales now,
        Sales before,
        List<Long> hours,
        List<Long> hoursBefore,
        SortedMap<LocalDate, Map<String, Long>> days,
        List<ShopSales> shops) {

    /** Whether the merchant has never had an order. */
    public boolean isEmpty() {
        return piles.all() == 0;
    }
}
