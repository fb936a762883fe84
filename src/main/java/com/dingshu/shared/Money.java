package com.dingshu.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in the smallest unit of its currency (fen for CNY), exact. Amounts of different currencies never mix.
 *
 * @param minor the amount in minor units, may be negative
 * @param currency ISO 4217 code, three capital letters
 */
public record Money(long minor, String currency) implements Comparable<Money> {

    public Money {
        if (currency.length() != 3) {
            throw new IllegalArgumentException("Not an ISO 4217 code: " + currency);
        }
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /**
     * Reads a decimal amount as written by people and platforms.
     *
     * @throws ArithmeticException when the amount has more decimals than the currency
     */
    public static Money of(BigDecimal amount, String currency) {
        return new Money(minorOf(amount, currency), currency);
    }

    /** The minor units of a decimal amount; refuses amounts finer than the currency's smallest unit. */
    public static long minorOf(BigDecimal amount, String currency) {
        return amount.movePointRight(decimals(currency))
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact();
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    /** The amount with the currency's decimals, as a number. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, decimals(currency));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }

    /** How many decimals the currency has: 2 for CNY, 0 for JPY. */
    public static int decimals(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
