package com.dingshu.channels.mapping;

/** A mapping document that cannot be used; the message names the field and the fix. */
public final class MappingFault extends RuntimeException {

    public MappingFault(String message) {
        super(message);
    }
}
