package com.dingshu.channels.mapping;

import com.dashjoin.jsonata.JException;

/**
 * Why a payload, or one field of it, could not be understood.
 *
 * @param field the standard field, a line's as {@code lines[0].quantity}; {@code payload} for the whole
 * @param kind the class of the problem: alike ones are repaired alike
 * @param detail what was found, in short; never contact data
 * @param source where in the payload it was looked for, empty when nowhere
 */
public record Problem(String field, Kind kind, String detail, String source) {

    /** What is wrong. */
    public enum Kind {
        /** Not readable as JSON at all. */
        BROKEN,
        /** Deeper, longer or larger than any order. */
        TOO_COMPLEX,
        /** A key twice in one object: which one is meant cannot be known. */
        DUPLICATE_KEY,
        /** Readable, but there is no order where the mapping looks for it. */
        NO_ORDER,
        /** A required field is absent or blank. */
        MISSING,
        /** Another JSON type than the mapping expects, e.g. an object where an amount was a text. */
        TYPE_CHANGED,
        /** The right type, but not a value of this field. */
        BAD_VALUE,
        /** Outside of what makes sense, e.g. a quantity of 0. */
        OUT_OF_RANGE,
        /** A number that a spreadsheet has rounded; its digits are lost. */
        DIGITS_LOST,
        /** A status or code the mapping does not list. */
        UNKNOWN_VALUE,
        /** Amounts that contradict each other. */
        AMOUNTS_DIFFER,
        /** The item is not mapped to a SKU yet. */
        UNMAPPED_ITEM,
        /** An expression of the mapping failed. */
        EXPRESSION,
        /** An expression was broken off after some seconds: the machine was busy, or the expression is. */
        TOO_SLOW,
        /** Refused by the order itself. */
        REFUSED,
        /** The platform did not give the detail of the order. */
        NO_DETAIL
    }

    static final int MAX_DETAIL = 200;

    /** What an expression stumbled over. */
    static Problem of(RuntimeException broken, String field, String source) {
        return switch (broken) {
            case Bounds.Exceeded exceeded -> new Problem(field, exceeded.kind, exceeded.getMessage(), source);
            case JException told -> new Problem(field, Kind.EXPRESSION, String.valueOf(told.getMessage()), source);
            default -> new Problem(field, Kind.EXPRESSION, broken.getClass().getSimpleName(), source);
        };
    }

    public Problem {
        detail = detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) + "…" : detail;
    }
}
