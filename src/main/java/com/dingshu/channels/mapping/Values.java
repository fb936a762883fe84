package com.dingshu.channels.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns what a source gave into a value of the standard model, or says what is wrong with it. */
final class Values {

    /** What is wrong with a value. */
    static final class Bad extends RuntimeException {
        final Problem.Kind kind;

        Bad(Problem.Kind kind, String detail) {
            super(detail, null, false, false);
            this.kind = kind;
        }
    }

    private static final BigDecimal MAX_MINOR = new BigDecimal("9999999999999");
    private static final Pattern ROUNDED = Pattern.compile("[+-]?\\d+(\\.\\d+)?[eE]\\+?\\d+");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int MAX_QUANTITY = 1_000_000;

    private Values() {}

    static boolean blank(Object value) {
        return value instanceof String text && text.isBlank();
    }

    static String text(Object value, Notation notation) {
        return switch (value) {
            case String text -> Texts.clean(notation.spreadsheet() ? Texts.unwrap(text) : text);
            case Integer n -> n.toString();
            case Long n -> n.toString();
            case BigInteger n -> n.toString();
            case BigDecimal n ->
                n.abs().compareTo(MAX_MINOR) > 0 ? fail(Problem.Kind.DIGITS_LOST, "number") : n.toPlainString();
            case Number n -> new BigDecimal(n.toString()).stripTrailingZeros().toPlainString();
            case Boolean b -> b.toString();
            default -> fail(Problem.Kind.TYPE_CHANGED, typeName(value));
        };
    }

    /** A code digit for digit: what a spreadsheet has turned into 4.31E+18 is lost and refused. */
    static String id(Object value, Notation notation) {
        if (value instanceof BigDecimal || value instanceof Double) {
            return fail(Problem.Kind.DIGITS_LOST, value.toString());
        }
        String text = text(value, notation);
        if (text.length() > 120) {
            return fail(Problem.Kind.BAD_VALUE, "length " + text.length());
        }
        return ROUNDED.matcher(text).matches() ? fail(Problem.Kind.DIGITS_LOST, text) : text;
    }

    /** An amount in minor units, exactly; more decimals than the currency has are refused. */
    static long money(Object value, Notation notation, int decimals) {
        BigDecimal amount = notation.money() == Notation.Money.MINOR
                ? number(value, notation)
                : number(value, notation).movePointRight(decimals);
        if (amount.precision() - amount.scale() > 14 || amount.abs().compareTo(MAX_MINOR) > 0) {
            return fail(Problem.Kind.OUT_OF_RANGE, shown(value));
        }
        try {
            return amount.longValueExact();
        } catch (ArithmeticException e) {
            return fail(Problem.Kind.BAD_VALUE, shown(value));
        }
    }

    private static BigDecimal number(Object value, Notation notation) {
        boolean text = value instanceof String;
        if (!text && !(value instanceof Number)) {
            return fail(Problem.Kind.TYPE_CHANGED, typeName(value));
        }
        boolean expected =
                switch (notation.amounts()) {
                    case ANY -> true;
                    case TEXT -> text;
                    case NUMBER -> !text;
                };
        if (!expected) {
            return fail(Problem.Kind.TYPE_CHANGED, typeName(value));
        }
        return decimal(value.toString(), notation);
    }

    private static BigDecimal decimal(String raw, Notation notation) {
        String text = raw.strip();
        if (notation.spreadsheet()) {
            text = Texts.unwrap(text).replaceAll("^[¥￥$]\\s*|\\s*元$", "").strip();
            if (text.matches("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
                text = text.replace(",", "");
            }
        }
        if (text.length() > 40 || !text.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?")) {
            return fail(Problem.Kind.BAD_VALUE, shown(raw));
        }
        return new BigDecimal(text);
    }

    static int quantity(Object value, Notation notation) {
        if (!(value instanceof Number) && !(value instanceof String)) {
            return fail(Problem.Kind.TYPE_CHANGED, typeName(value));
        }
        BigDecimal number = decimal(value.toString(), notation);
        if (number.precision() - number.scale() > 10
                || number.signum() <= 0
                || number.compareTo(BigDecimal.valueOf(MAX_QUANTITY)) > 0) {
            return fail(Problem.Kind.OUT_OF_RANGE, shown(value));
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException e) {
            return fail(Problem.Kind.BAD_VALUE, shown(value));
        }
    }

    static Instant time(Object value, Notation notation) {
        Instant at =
                switch (notation.time()) {
                    case SECONDS -> Instant.ofEpochSecond(epoch(value));
                    case MILLIS -> Instant.ofEpochMilli(epoch(value));
                    case OFFSET -> offset(textOnly(value));
                    case LOCAL -> local(textOnly(value), notation);
                };
        return at.isBefore(EARLIEST) || at.isAfter(LATEST) ? fail(Problem.Kind.OUT_OF_RANGE, shown(value)) : at;
    }

    private static String textOnly(Object value) {
        return value instanceof String text ? text.strip() : fail(Problem.Kind.TYPE_CHANGED, typeName(value));
    }

    private static long epoch(Object value) {
        if (!(value instanceof Integer) && !(value instanceof Long)) {
            return fail(Problem.Kind.TYPE_CHANGED, typeName(value));
        }
        long number = ((Number) value).longValue();
        return Math.abs(number) > 99_999_999_999_999L ? fail(Problem.Kind.OUT_OF_RANGE, shown(value)) : number;
    }

    private static Instant offset(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return fail(Problem.Kind.BAD_VALUE, shown(text));
        }
    }

    private static Instant local(String text, Notation notation) {
        String cell = notation.spreadsheet() ? Texts.unwrap(text) : text;
        for (DateTimeFormatter pattern : notation.patterns()) {
            try {
                TemporalAccessor read = pattern.parseBest(cell, LocalDateTime::from, LocalDate::from);
                LocalDateTime at = read instanceof LocalDateTime time ? time : ((LocalDate) read).atStartOfDay();
                return at.atZone(notation.zone()).toInstant();
            } catch (DateTimeException e) {
                continue;
            }
        }
        return fail(Problem.Kind.BAD_VALUE, shown(text));
    }

    static boolean flag(Object value) {
        return switch (value) {
            case Boolean b -> b;
            case Number n -> n.intValue() != 0;
            case String s -> s.equals("1") || s.equalsIgnoreCase("true") || s.equals("是");
            default -> fail(Problem.Kind.TYPE_CHANGED, typeName(value));
        };
    }

    static <T> T fail(Problem.Kind kind, String detail) {
        throw new Bad(kind, detail);
    }

    private static String shown(Object value) {
        String text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    static String typeName(Object value) {
        return switch (value) {
            case Map<?, ?> map -> "object";
            case List<?> list -> "list";
            case String text -> "text";
            case Number number -> "number";
            case Boolean flag -> "boolean";
            default -> "other";
        };
    }
}
