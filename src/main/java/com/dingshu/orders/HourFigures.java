package com.dingshu.orders;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The orders placed with a shop in one hour.
 *
 * @param day in the merchant's time zone
 * @param hour 0 to 23
 * @param placed all of them, whatever became of them
 * @param sold those whose payment is proved and that have not ended otherwise
 * @param soldMinor what was paid for the sold ones, in minor units of the shop's currency
 */
public record HourFigures(LocalDate day, int hour, UUID shopId, long placed, long sold, long soldMinor) {}
