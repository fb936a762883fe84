package com.dingshu.orders;

import com.dingshu.jobs.JobFailure;
import com.dingshu.jobs.JobId;
import com.dingshu.jobs.JobItem;
import com.dingshu.jobs.JobProgress;
import com.dingshu.jobs.JobRequest;
import com.dingshu.jobs.JobRuns;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes one step with many orders, as a job that outlives the window and a restart. Each order has a result of its own:
 * taken, already there ("skipped"), or refused with the reason ("failed"). The steps are those of {@link Orders}, with the
 * permissions of whoever started it.
 */
@Service
public class OrderBulk {

    /** More orders than this are not taken on in one job. */
    public static final int MOST = 20_000;

    private static final int PORTION = 500;
    private static final int LATEST = 50;

    private final OrderQueries queries;
    private final JobRuns jobs;
    private final Clock clock;

    OrderBulk(OrderQueries queries, JobRuns jobs, Clock clock) {
        this.queries = queries;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Starts the step for these orders; ids that are not the merchant's own are left out.
     *
     * @param reason recorded with every order, for some steps required
     * @throws UnknownOrder when none is left
     */
    @Requires({Permission.ORDERS_REVIEW, Permission.ORDERS_RELEASE, Permission.ORDERS_HOLD})
    public JobId start(BulkVerb verb, Collection<UUID> orderIds, @Nullable String reason) {
        check(verb, reason);
        List<UUID> ids = List.copyOf(new LinkedHashSet<>(orderIds));
        if (ids.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " orders a job, not " + ids.size());
        }
        List<JobItem> items = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += PORTION) {
            queries.byIds(ids.subList(from, Math.min(from + PORTION, ids.size())))
                    .forEach(order -> items.add(item(order)));
        }
        return start(verb, items, reason);
    }

    /** What the step would do with a whole list, also with what nobody has loaded; one statement, nothing is done. */
    @Requires(Permission.ORDERS_VIEW)
    public BulkForecast forecastAll(BulkVerb verb, BoardQuery query) {
        return BulkForecast.ofPiles(verb, queries.piles(query));
    }

    /**
     * Starts the step for every order of a list that it fits now, among the first {@link #MOST} of its order: for as many
     * as {@link #forecastAll} has said.
     *
     * @throws UnknownOrder when it fits none
     */
    @Requires({Permission.ORDERS_REVIEW, Permission.ORDERS_RELEASE, Permission.ORDERS_HOLD})
    public JobId startAll(BulkVerb verb, BoardQuery query, @Nullable String reason) {
        check(verb, reason);
        BoardQuery until = query.to() == null ? query.placed(query.from(), clock.instant()) : query;
        List<JobItem> items = new ArrayList<>();
        OrderSummary last = null;
        List<OrderSummary> rows;
        int seen = 0;
        do {
            rows = queries.page(until, last, Math.min(PORTION, MOST - seen));
            rows.stream().filter(verb::fits).forEach(order -> items.add(item(order)));
            last = rows.isEmpty() ? last : rows.getLast();
            seen += rows.size();
        } while (rows.size() == PORTION && seen < MOST);
        return start(verb, items, reason);
    }

    /** How far one of the acting person's jobs is; its title is the name of the {@link BulkVerb}. */
    @Requires(Permission.ORDERS_VIEW)
    public Optional<JobProgress> progress(JobId id) {
        return jobs.progress(id).filter(OrderBulk::ours);
    }

    /** The acting person's latest jobs of this kind, the newest first. */
    @Requires(Permission.ORDERS_VIEW)
    public List<JobProgress> latest(int most) {
        return jobs.latest(LATEST).stream().filter(OrderBulk::ours).limit(most).toList();
    }

    /** Orders of one of the acting person's jobs that were already there or refused, with the reason. */
    @Requires(Permission.ORDERS_VIEW)
    public List<JobFailure> leftOut(JobId id) {
        return progress(id).isPresent() ? jobs.failures(id) : List.of();
    }

    private JobId start(BulkVerb verb, List<JobItem> items, @Nullable String reason) {
        if (items.isEmpty()) {
            throw new UnknownOrder();
        }
        String because = reason == null || reason.isBlank() ? null : reason.strip();
        String args = new BulkSteps.Args(verb, because).json();
        return Acting.current()
                .because(because)
                .call(() -> jobs.start(new JobRequest(BulkSteps.KIND, verb.name(), items, args)));
    }

    private static void check(BulkVerb verb, @Nullable String reason) {
        Acting.check(verb.permission());
        if (verb.needsReason() && (reason == null || reason.isBlank())) {
            throw new IllegalArgumentException(verb + " needs a reason");
        }
    }

    private static JobItem item(OrderSummary order) {
        return new JobItem(order.id().toString(), order.number());
    }

    private static boolean ours(JobProgress job) {
        return job.kind().equals(BulkSteps.KIND);
    }
}
