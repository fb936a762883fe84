package com.dingshu.channels.mapping;

/** How a standard field's value is read and checked. */
public enum FieldType {
    /** A number or code that must arrive digit for digit. */
    ID,
    TEXT,
    MONEY,
    TIME,
    QUANTITY,
    STATUS,
    CURRENCY,
    TAGS,
    FLAG
}
