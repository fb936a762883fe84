package com.dingshu.insight;

import java.time.LocalDate;

/** The days looked at together; compared with as many days before. */
public enum Period {
    TODAY(1),
    YESTERDAY(1),
    WEEK(7),
    MONTH(30);

    private final int days;

    Period(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }

    /** Whether the last day is still going on. */
    public boolean running() {
        return this != YESTERDAY;
    }

    LocalDate last(LocalDate today) {
        return running() ? today : today.minusDays(1);
    }
}
