package com.dingshu.jobs;

/**
 * Does the items of one kind of job. Each call runs in a transaction of its own, bound to whoever started the job, and the
 * item's result commits with what the call did. An exception undoes the item and is kept as its failure.
 */
public interface JobHandler {

    /** Unique, at most 40 characters. */
    String kind();

    ItemOutcome handle(JobItem item, String argsJson);
}
