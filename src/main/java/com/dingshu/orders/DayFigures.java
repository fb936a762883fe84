package com.dingshu.orders;

import java.time.LocalDate;

/**
 * How many orders placed on a day lie on a pile now.
 *
 * @param day in the merchant's time zone
 * @param paidMinor what was paid for them, in minor units of the shops' currencies
 */
public record DayFigures(LocalDate day, Stage stage, long orders, long units, long paidMinor) {}
