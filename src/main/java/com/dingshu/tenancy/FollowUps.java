package com.dingshu.tenancy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees to it that interventions by hand are looked into: each can be given a day until which somebody does, and the
 * outcome is written down. Days and outcomes are recorded in the {@link OperationLog} as well.
 */
@Service
@Transactional
public class FollowUps {

    public static final int LONGEST_OUTCOME = 500;

    private final FollowUpGateway gateway;
    private final OperationLog log;
    private final Tenants tenants;
    private final Clock clock;

    FollowUps(FollowUpGateway gateway, OperationLog log, Tenants tenants, Clock clock) {
        this.gateway = gateway;
        this.log = log;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** What came of a wish. */
    public enum Result {
        SAVED,
        /** The entry is unknown or no intervention by hand. */
        NOT_AN_INTERVENTION,
        /** The day has passed already. */
        DAY_PASSED,
        /** Nobody wrote down what came of it. */
        OUTCOME_MISSING,
        /** Somebody has done it already. */
        ALREADY_DONE
    }

    /** Asks for a follow-up until this day, in place of an earlier one; one that is done stays done. */
    @Requires(Permission.OPERATION_LOG_VIEW)
    public Result ask(UUID entryId, LocalDate dueOn) {
        if (dueOn.isBefore(today())) {
            return Result.DAY_PASSED;
        }
        if (!gateway.isIntervention(entryId)) {
            return Result.NOT_AN_INTERVENTION;
        }
        if (!gateway.ask(entryId, dueOn)) {
            return Result.ALREADY_DONE;
        }
        log.record("follow-up.asked", "intervention", gateway.subject(entryId), dueOn.toString());
        return Result.SAVED;
    }

    /** Writes down what came of it, whether or not a day was set. */
    @Requires(Permission.OPERATION_LOG_VIEW)
    public Result done(UUID entryId, String outcome) {
        String text = outcome.strip();
        if (text.isEmpty()) {
            return Result.OUTCOME_MISSING;
        }
        if (!gateway.isIntervention(entryId)) {
            return Result.NOT_AN_INTERVENTION;
        }
        String kept = text.length() > LONGEST_OUTCOME ? text.substring(0, LONGEST_OUTCOME) : text;
        if (!gateway.done(
                entryId, today(), clock.instant(), Acting.current().actor().name(), kept)) {
            return Result.ALREADY_DONE;
        }
        log.record("follow-up.done", "intervention", gateway.subject(entryId), kept);
        return Result.SAVED;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), tenants.current().zone());
    }
}
