package com.dingshu.orders;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.envers.Audited;

/** The merchant's own {@link Rules}, one row. */
@Entity
@Audited
class OrderRules extends AuditedRow {

    /** As {@code CNY=500000,USD=70000}. */
    private String reviewAmounts;

    private boolean stopBuyerNotes;
    private boolean autoRelease;
    private int targetMinutes;
    private int completeAfterDays;

    @SuppressWarnings("NullAway.Init")
    protected OrderRules() {}

    OrderRules(Rules rules) {
        super(Ids.next());
        set(rules);
    }

    final void set(Rules rules) {
        this.reviewAmounts = written(rules.reviewAmounts());
        this.stopBuyerNotes = rules.stopBuyerNotes();
        this.autoRelease = rules.autoRelease();
        this.targetMinutes = (int) rules.target().toMinutes();
        this.completeAfterDays = rules.completeAfterDays();
    }

    Rules rules() {
        return new Rules(
                read(reviewAmounts), stopBuyerNotes, autoRelease, Duration.ofMinutes(targetMinutes), completeAfterDays);
    }

    private static String written(Map<String, Long> amounts) {
        return new TreeMap<>(amounts)
                .entrySet().stream()
                        .map(amount -> amount.getKey() + "=" + amount.getValue())
                        .collect(Collectors.joining(","));
    }

    private static Map<String, Long> read(String written) {
        return written.isEmpty()
                ? Map.of()
                : Arrays.stream(written.split(","))
                        .map(amount -> amount.split("="))
                        .collect(Collectors.toMap(amount -> amount[0], amount -> Long.valueOf(amount[1])));
    }
}
