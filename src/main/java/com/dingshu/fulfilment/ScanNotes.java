package com.dingshu.fulfilment;

import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What people decided about scans that the hub could not take. */
@Service
public class ScanNotes {

    private static final int LONGEST = 200;

    private final ScanBook book;
    private final OperationLog log;

    ScanNotes(ScanBook book, OperationLog log) {
        this.book = book;
        this.log = log;
    }

    /**
     * Records the decision on a scan as an intervention by hand. Repeating the operation id records nothing again.
     *
     * @param command the decision as the device recorded it
     * @param scan the operation decided on; it may never have reached the hub
     */
    @Requires({Permission.FULFILMENT_PICK, Permission.FULFILMENT_PACK, Permission.FULFILMENT_OUTBOUND})
    public ScanResult resolved(ScanCommand command, UUID scan, String resolution) {
        String text = resolution.substring(0, Math.min(resolution.length(), LONGEST));
        ScanResult.Noted decision = new ScanResult.Noted(scan, text);
        ScanResult answer = book.once(command, ScanKind.RESOLVE, () -> {
            log.recordManual("scan.resolved", "scan", scan.toString(), text);
            return decision;
        });
        boolean another = answer instanceof ScanResult.Noted noted && noted.scan() != null && !noted.equals(decision);
        return another ? ScanBook.reused(command) : answer;
    }
}
