package com.dingshu.jobs;

import java.util.List;

/**
 * A wish for a job.
 *
 * @param kind which handler does it
 * @param title as shown to people, at most 200 characters
 * @param argsJson what all items share, for the handler
 */
public record JobRequest(String kind, String title, List<JobItem> items, String argsJson) {

    public JobRequest {
        items = List.copyOf(items);
    }
}
