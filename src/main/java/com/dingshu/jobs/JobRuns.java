package com.dingshu.jobs;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Doorbell;
import com.dingshu.tenancy.Retrying;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Starts jobs and tells how far they are. A job does its items with the permissions its starter had, and is seen by its
 * starter only; whoever offers it checks that the starter may start it.
 */
@Component
public class JobRuns {

    private static final int MOST_ITEMS = 20_000;

    private final JobGateway gateway;
    private final Retrying retrying;
    private final Doorbell doorbell;

    JobRuns(JobGateway gateway, Retrying retrying, Doorbell doorbell) {
        this.gateway = gateway;
        this.retrying = retrying;
        this.doorbell = doorbell;
    }

    /**
     * Stores the job; it begins at once and outlives this call.
     *
     * @throws IllegalArgumentException when it has no item or more than 20,000
     */
    public JobId start(JobRequest request) {
        if (request.items().isEmpty() || request.items().size() > MOST_ITEMS) {
            throw new IllegalArgumentException("A job has 1 to " + MOST_ITEMS + " items, not "
                    + request.items().size());
        }
        Acting acting = Acting.current();
        JobId id = retrying.inTransaction(() -> gateway.insert(request, acting));
        doorbell.ring(JobWork.KIND, acting.tenantId());
        return id;
    }

    /** How far one of the current actor's jobs is; empty for anybody else's. */
    public Optional<JobProgress> progress(JobId id) {
        return gateway.progress(id.value(), own());
    }

    /** The current actor's latest jobs, the newest first. */
    public List<JobProgress> latest(int most) {
        return gateway.latest(own(), most);
    }

    /** Items of one of the current actor's jobs that were skipped or failed, in the order of the job. */
    public List<JobFailure> failures(JobId id) {
        return progress(id).isPresent() ? gateway.failures(id.value()) : List.of();
    }

    private static String own() {
        return starter(Acting.current());
    }

    static String starter(Acting acting) {
        UUID user = acting.actor().userId();
        return user == null ? acting.actor().kind() + ":" + acting.actor().name() : user.toString();
    }
}
