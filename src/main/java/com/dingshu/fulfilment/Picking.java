package com.dingshu.fulfilment;

import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import org.springframework.stereotype.Service;

/** Picking confirmation: every piece taken from its bin is scanned and held against the task. */
@Service
public class Picking {

    private static final TaskScans.Step STEP = new TaskScans.Step(
            FulfilmentOrder::pickable,
            task -> false,
            FulfilmentLine::picked,
            FulfilmentLine::pickOne,
            FulfilmentOrder::pickOne,
            FulfilmentOrder::pickedUnits,
            OrderGate::picked);

    private final TaskScans scans;
    private final ScanBook book;

    Picking(TaskScans scans, ScanBook book) {
        this.scans = scans;
        this.book = book;
    }

    /** Counts one piece. Repeating the operation id gives the first answer again and counts nothing. */
    @Requires(Permission.FULFILMENT_PICK)
    public ScanResult scan(ScanCommand command) {
        return book.once(command, ScanKind.PICK, () -> scans.scan(command, STEP));
    }
}
