package com.dingshu.orders;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Entity;
import java.time.Duration;
import org.hibernate.envers.Audited;

/** The merchant's own {@link Rules}, one row. */
@Entity
@Audited
class OrderRules extends AuditedRow {

    private long reviewAmountMinor;
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
        this.reviewAmountMinor = rules.reviewAmountMinor();
        this.stopBuyerNotes = rules.stopBuyerNotes();
        this.autoRelease = rules.autoRelease();
        this.targetMinutes = (int) rules.target().toMinutes();
        this.completeAfterDays = rules.completeAfterDays();
    }

    Rules rules() {
        return new Rules(
                reviewAmountMinor, stopBuyerNotes, autoRelease, Duration.ofMinutes(targetMinutes), completeAfterDays);
    }
}
