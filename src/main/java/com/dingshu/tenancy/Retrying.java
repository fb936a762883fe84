package com.dingshu.tenancy;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in a transaction of its own and again when the database gave it up for reasons that pass: deadlock, lock
 * time-out, a record changed meanwhile, a lost connection. The work must therefore be harmless to repeat.
 */
@Component
public class Retrying {

    /** 1205 lock wait time-out, 1213 deadlock, 1020 record has changed since last read. */
    private static final Set<Integer> PASSING = Set.of(1205, 1213, 1020);

    private static final int TRIES = 5;
    private static final long FIRST_PAUSE_MS = 10;

    private final TransactionTemplate fresh;

    Retrying(PlatformTransactionManager transactions) {
        this.fresh = new TransactionTemplate(transactions);
        this.fresh.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return fresh.execute(transaction -> work.get());
            } catch (RuntimeException failed) {
                if (tried == TRIES || !passes(failed)) {
                    throw failed;
                }
                pause(tried);
            }
        }
    }

    public void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return null;
        });
    }

    /** Whether the failure is one that may be gone at the next try. */
    public static boolean passes(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException || lostConnection(cause)) {
                return true;
            }
            if (cause instanceof SQLException sql && PASSING.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    private static boolean lostConnection(Throwable cause) {
        return cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith("08")
                || cause instanceof TransactionException && cause.getCause() instanceof SQLException;
    }

    private static void pause(int tried) {
        try {
            Thread.sleep(
                    FIRST_PAUSE_MS * (1L << tried) + ThreadLocalRandom.current().nextLong(FIRST_PAUSE_MS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the database", stopped);
        }
    }
}
