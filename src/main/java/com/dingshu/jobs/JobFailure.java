package com.dingshu.jobs;

import java.util.List;

/**
 * An item that was skipped or failed.
 *
 * @param skipped false when it failed
 * @param reasonKey key of the text that says why, with {@code args}
 */
public record JobFailure(JobItem item, boolean skipped, String reasonKey, List<String> args) {

    public JobFailure {
        args = List.copyOf(args);
    }
}
