package com.dingshu.channels.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
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
    /** What a spreadsheet shows where a formula failed. */
    private static final Pattern ERROR =
            Pattern.compile("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!)", Pattern.CASE_INSENSITIVE);

    private static final Pattern SERIAL = Pattern.compile("[3-6]\\d{4}(\\.\\d{1,15})?");
    private static final Pattern WHOLE_AS_FRACTION = Pattern.compile("(\\d{8,})\\.0+");
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
        if (notation.spreadsheet()) {
            return cell(text);
        }
        return ROUNDED.matcher(text).matches() ? fail(Problem.Kind.DIGITS_LOST, text) : text;
    }

    private static String cell(String text) {
        if (ERROR.matcher(text).matches()) {
            return fail(Problem.Kind.BAD_VALUE, text);
        }
        Matcher fraction = WHOLE_AS_FRACTION.matcher(text);
        String id = fraction.matches() ? fraction.group(1) : text;
        // a number that went through a fraction keeps fifteen digits
        boolean lost = ROUNDED.matcher(id).matches() || fraction.matches() && id.length() > 15;
        return lost ? fail(Problem.Kind.DIGITS_LOST, text) : id;
    }

    /** An amount in minor units, exactly; more decimals than the currency has are refused. */
    static long money(Object value, Notation notation, int decimals, String currency) {
        BigDecimal number = number(value, notation, currency);
        BigDecimal amount = notation.money() == Notation.Money.MINOR ? number : number.movePointRight(decimals);
        if (amount.precision() - amount.scale() > 14 || amount.abs().compareTo(MAX_MINOR) > 0) {
            return fail(Problem.Kind.OUT_OF_RANGE, shown(value));
        }
        try {
            return amount.longValueExact();
        } catch (ArithmeticException e) {
            return fail(Problem.Kind.BAD_VALUE, shown(value));
        }
    }

    private static BigDecimal number(Object value, Notation notation, String currency) {
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
        return decimal(value.toString(), notation, currency);
    }

    private static BigDecimal decimal(String raw, Notation notation, String currency) {
        String text = raw.strip();
        if (notation.spreadsheet()) {
            text = Currencies.withoutSign(Texts.plain(Texts.unwrap(text)), currency);
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
        int pieces = pieces(value, notation);
        return pieces == 0 ? fail(Problem.Kind.OUT_OF_RANGE, shown(value)) : pieces;
    }

    /** As a quantity, but none at all is possible. */
    static int pieces(Object value, Notation notation) {
        if (!(value instanceof Number) && !(value instanceof String)) {
            return fail(Problem.Kind.TYPE_CHANGED, typeName(value));
        }
        BigDecimal number = decimal(value.toString(), notation, "");
        if (number.precision() - number.scale() > 10
                || number.signum() < 0
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
                    case SECONDS, MILLIS -> epoch(value);
                    case OFFSET -> offset(textOnly(value));
                    case LOCAL -> local(textOnly(value), notation);
                };
        return at.isBefore(EARLIEST) || at.isAfter(LATEST) ? fail(Problem.Kind.OUT_OF_RANGE, shown(value)) : at;
    }

    private static String textOnly(Object value) {
        return value instanceof String text ? text.strip() : fail(Problem.Kind.TYPE_CHANGED, typeName(value));
    }

    /** Seconds or milliseconds: within the years that make sense no number can be both. */
    private static Instant epoch(Object value) {
        boolean digits = value instanceof String text && text.strip().matches("\\d{1,14}");
        if (!digits && !(value instanceof Integer) && !(value instanceof Long)) {
            return fail(value instanceof String ? Problem.Kind.BAD_VALUE : Problem.Kind.TYPE_CHANGED, shown(value));
        }
        long number = Long.parseLong(value.toString().strip());
        if (Math.abs(number) > 99_999_999_999_999L) {
            return fail(Problem.Kind.OUT_OF_RANGE, shown(value));
        }
        return number > LATEST.getEpochSecond() ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    }

    private static Instant offset(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return fail(Problem.Kind.BAD_VALUE, shown(text));
        }
    }

    private static Instant local(String text, Notation notation) {
        String cell = notation.spreadsheet() ? Texts.plain(Texts.unwrap(text)) : text;
        for (DateTimeFormatter pattern : notation.patterns()) {
            try {
                TemporalAccessor read =
                        pattern.parseBest(cell, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
                return switch (read) {
                    case OffsetDateTime at -> at.toInstant();
                    case LocalDateTime at -> at.atZone(notation.zone()).toInstant();
                    default -> ((LocalDate) read).atStartOfDay(notation.zone()).toInstant();
                };
            } catch (DateTimeException e) {
                continue;
            }
        }
        return notation.spreadsheet() && SERIAL.matcher(cell).matches()
                ? serial(new BigDecimal(cell), notation)
                : fail(Problem.Kind.BAD_VALUE, shown(text));
    }

    /** Days since the end of 1899, as a spreadsheet counts them where nobody told it to show a date. */
    private static Instant serial(BigDecimal days, Notation notation) {
        long seconds = days.multiply(BigDecimal.valueOf(86_400))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return LocalDate.of(1899, 12, 30)
                .atStartOfDay()
                .plusSeconds(seconds)
                .atZone(notation.zone())
                .toInstant();
    }

    static boolean flag(Object value) {
        return switch (value) {
            case Boolean b -> b;
            case Number n -> n.intValue() != 0;
            case String s -> s.equals("1") || s.equalsIgnoreCase("true") || s.equalsIgnoreCase("yes") || s.equals("是");
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
