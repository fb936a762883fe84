package com.dingshu.orders;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The orders placed with a shop on one day.
 *
 * @param day in the merchant's time zone
 * @param placed all of them, whatever became of them
 * @param sold those whose payment is proved and that have not ended otherwise
 * @param soldMinor what was paid for the sold ones, in minor units of the shop's currency
 * @param exceptions those that are held or rejected now
 */
public record ShopDayFigures(LocalDate day, UUID shopId, long placed, long sold, long soldMinor, long exceptions) {}
