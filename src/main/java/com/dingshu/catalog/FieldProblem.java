package com.dingshu.catalog;

/**
 * What is wrong with one field of a SKU.
 *
 * @param field the field's name in {@link SaveSku} or one of its parts
 * @param value the value that was refused, shortened
 */
public record FieldProblem(String field, Kind kind, String value) {

    /** Why a value is refused. */
    public enum Kind {
        MISSING,
        TOO_LONG,
        BAD_CHARACTERS,
        OUT_OF_RANGE,
        UNKNOWN_CURRENCY,
        /** Another SKU has it already. */
        TAKEN,
        /** An earlier row of the same import has it. */
        REPEATED
    }

    static FieldProblem of(String field, Kind kind, Object value) {
        String text = String.valueOf(value);
        return new FieldProblem(field, kind, text.length() <= 80 ? text : text.substring(0, 80) + "…");
    }
}
