package com.dingshu.fulfilment;

import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import org.springframework.stereotype.Service;

/** Pack verification: what goes into the parcel is scanned again and must equal the order. */
@Service
public class Packing {

    private static final TaskScans.Step STEP = new TaskScans.Step(
            FulfilmentOrder::packable,
            FulfilmentOrder::pickable,
            FulfilmentLine::packed,
            FulfilmentLine::packOne,
            FulfilmentOrder::packOne,
            FulfilmentOrder::packedUnits,
            OrderGate::packed);

    private final TaskScans scans;
    private final ScanBook book;

    Packing(TaskScans scans, ScanBook book) {
        this.scans = scans;
        this.book = book;
    }

    /** Verifies one piece. Repeating the operation id gives the first answer again and counts nothing. */
    @Requires(Permission.FULFILMENT_PACK)
    public ScanResult scan(ScanCommand command) {
        return book.once(command, ScanKind.PACK, () -> scans.scan(command, STEP));
    }
}
