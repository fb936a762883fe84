package com.dingshu.channels;

/**
 * A line of a payload laid out for reading.
 *
 * @param depth how far it is indented
 * @param key the name before the colon, empty where there is none
 * @param value what follows, with its bracket or comma
 * @param faulty whether the mapping stumbles over it
 */
public record PayloadLine(int depth, String key, String value, boolean faulty) {}
