package com.dingshu.audit;

import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** The only way to contact data in clear for a person: it asks for the permission and leaves a trace first. */
@Service
public class Reveal {

    private final OperationLog log;

    Reveal(OperationLog log) {
        this.log = log;
    }

    /**
     * Opens what is masked otherwise. The trace is written before it is opened, so that nothing is seen without one.
     *
     * @param subjectType what it belongs to, for example {@code order}
     * @param subject its number as people know it, for example the order number
     * @param what which data, for example {@code receiver}
     */
    @Requires(Permission.CONTACT_REVEAL)
    public <T> T contact(String subjectType, String subject, String what, Supplier<T> open) {
        log.record("contact.revealed", subjectType, subject, what);
        return open.get();
    }
}
