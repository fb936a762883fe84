package com.dingshu.jobs;

import com.dingshu.tenancy.AccessDenied;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.TenantWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Does the items of a merchant's jobs, one job after the other. */
@Component
class JobWork implements TenantWork {

    static final String KIND = "jobs";

    private static final Logger log = LoggerFactory.getLogger(JobWork.class);
    private static final int PORTION = 25;

    private final JobGateway gateway;
    private final Retrying retrying;
    private final ObjectProvider<JobHandler> handlers;

    JobWork(JobGateway gateway, Retrying retrying, ObjectProvider<JobHandler> handlers) {
        this.gateway = gateway;
        this.retrying = retrying;
        this.handlers = handlers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Actor actor() {
        return Actor.job("jobs");
    }

    @Override
    public boolean pending() {
        return gateway.oldest().isPresent();
    }

    @Override
    public int drain() {
        return gateway.oldest().map(this::portion).orElse(0);
    }

    private int portion(JobGateway.Running job) {
        List<JobGateway.Waiting> items = gateway.waiting(job.id(), PORTION);
        if (items.isEmpty()) {
            retrying.inTransaction(() -> gateway.end(job.id()));
            return 1;
        }
        Optional<JobHandler> handler = Optional.ofNullable(byKind().get(job.kind()));
        items.forEach(item -> settle(job, handler, item));
        return items.size();
    }

    private void settle(JobGateway.Running job, Optional<JobHandler> handler, JobGateway.Waiting item) {
        if (handler.isEmpty()) {
            fail(item, new ItemOutcome.Failed("jobs.reason.no-handler", List.of(job.kind())));
            return;
        }
        try {
            Acting.as(Acting.current().tenantId(), job.starter())
                    .because(job.reason())
                    .run(() -> retrying.inTransaction(() -> {
                        if (gateway.claim(item)) {
                            gateway.settle(item, handler.get().handle(item.item(), job.args()));
                        }
                    }));
        } catch (AccessDenied denied) {
            fail(item, new ItemOutcome.Failed("jobs.reason.not-allowed", List.of()));
        } catch (RuntimeException failed) {
            log.warn("Job {} could not do {}", job.id(), item.item().label(), failed);
            fail(
                    item,
                    new ItemOutcome.Failed(
                            "jobs.reason.error", List.of(failed.getClass().getSimpleName())));
        }
    }

    private void fail(JobGateway.Waiting item, ItemOutcome outcome) {
        retrying.inTransaction(() -> {
            gateway.settle(item, outcome);
        });
    }

    private Map<String, JobHandler> byKind() {
        return handlers.stream().collect(Collectors.toMap(JobHandler::kind, Function.identity()));
    }
}
