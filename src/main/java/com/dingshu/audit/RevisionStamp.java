package com.dingshu.audit;

import com.dingshu.tenancy.Acting;
import java.time.Clock;
import org.hibernate.envers.RevisionListener;
import org.springframework.stereotype.Component;

/** Writes on each new revision who acts and why. */
@Component
class RevisionStamp implements RevisionListener {

    private final Clock clock;

    RevisionStamp(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void newRevision(Object revision) {
        ((Revision) revision).stamp(Acting.current(), clock.instant());
    }
}
