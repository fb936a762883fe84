package com.dingshu.orders;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.Tenants;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Gives orders their numbers: {@code yyMMdd-} of the merchant's day at intake and a sequence of that day with at least four
 * digits. Sequences are taken from the database in blocks; numbers are unique, and gaps mean nothing.
 */
@Component
class OrderNumbers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final int FIRST_BLOCK = 10;
    private static final int LARGEST_BLOCK = 500;

    private final IdBlockGateway gateway;
    private final Retrying retrying;
    private final Tenants tenants;
    private final Cache<Sequence, Free> free =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(26)).build();

    OrderNumbers(IdBlockGateway gateway, Retrying retrying, Tenants tenants) {
        this.gateway = gateway;
        this.retrying = retrying;
        this.tenants = tenants;
    }

    private record Sequence(int tenantId, LocalDate day) {}

    /** Numbers taken and not given yet; the size of the next block grows with use. */
    private static final class Free {
        private final Deque<Long> numbers = new ArrayDeque<>();
        private int block = FIRST_BLOCK;
    }

    /**
     * Sets so many numbers aside, in a transaction of its own when the block at hand is used up; so call it before the
     * transaction that uses them, and close the lease after it: what was not used goes back.
     */
    Lease lease(int count, Instant now) {
        LocalDate day = tenants.current().dayOf(now);
        Sequence sequence = new Sequence(Acting.current().tenantId(), day);
        Free pool = free.get(sequence, key -> new Free());
        List<Long> taken = new ArrayList<>(count);
        synchronized (pool) {
            if (pool.numbers.size() < count) {
                refill(sequence, pool, count);
            }
            for (int i = 0; i < count; i++) {
                taken.add(pool.numbers.removeFirst());
            }
        }
        return new Lease(DAY.format(day), taken, pool);
    }

    private void refill(Sequence sequence, Free pool, int count) {
        int size = Math.max(count, pool.block);
        String name = "order|" + sequence.tenantId() + "|" + DAY.format(sequence.day());
        long first = retrying.inTransaction(() -> gateway.take(name, size));
        for (int i = 0; i < size; i++) {
            pool.numbers.addLast(first + i);
        }
        pool.block = Math.min(LARGEST_BLOCK, pool.block * 2);
    }

    /** Numbers set aside for one batch. */
    static final class Lease implements AutoCloseable {

        private final String day;
        private final List<Long> numbers;
        private final Free pool;
        private int given;

        private Lease(String day, List<Long> numbers, Free pool) {
            this.day = day;
            this.numbers = numbers;
            this.pool = pool;
        }

        String next() {
            return day + String.format(Locale.ROOT, "-%04d", numbers.get(given++));
        }

        /** Nothing was kept of what was made with the numbers given so far. */
        void rewind() {
            given = 0;
        }

        @Override
        public void close() {
            synchronized (pool) {
                numbers.subList(given, numbers.size()).reversed().forEach(pool.numbers::addFirst);
            }
        }
    }
}
