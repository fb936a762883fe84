/**
 * Work on many things at once that a person has asked for: durable, item by item, with progress and a result for each
 * item. A job goes on after a restart and after its starter has closed the window. What an item means is known to the
 * handler of the job's kind only.
 *
 * <p>Tables: {@code job_run}, {@code job_item}. Door: {@link com.dingshu.jobs.JobRuns}; other modules contribute {@link
 * com.dingshu.jobs.JobHandler}s.
 */
@ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {"shared", "tenancy"})
@NullMarked
package com.dingshu.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
