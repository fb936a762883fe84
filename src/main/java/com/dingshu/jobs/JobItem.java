package com.dingshu.jobs;

/**
 * One thing a job works on.
 *
 * @param key what the handler finds it by, at most 64 characters
 * @param label what people know it by, e.g. an order number; at most 120 characters
 */
public record JobItem(String key, String label) {}
