package com.dingshu.fulfilment;

import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.TenantKey;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people decided about scans that the hub could not take. */
@Service
public class ScanNotes {

    private static final int LONGEST = 200;

    private final ScanRecordRepository scans;
    private final OperationLog log;

    ScanNotes(ScanRecordRepository scans, OperationLog log) {
        this.scans = scans;
        this.log = log;
    }

    /** Records the decision on a refused scan as an intervention by hand; an unknown scan is ignored. */
    @Requires({Permission.FULFILMENT_PICK, Permission.FULFILMENT_PACK, Permission.FULFILMENT_OUTBOUND})
    @Transactional
    public void resolved(UUID opId, String resolution) {
        if (scans.existsById(TenantKey.own(opId))) {
            String text = resolution.substring(0, Math.min(resolution.length(), LONGEST));
            log.recordManual("scan.resolved", "scan", opId.toString(), text);
        }
    }
}
