package com.dingshu.fulfilment;

import com.dingshu.tenancy.TenantRow;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A scan and the answer it got; its id is the operation's. */
@Entity
@Table(name = "fulfilment_scan")
class ScanRecord extends TenantRow {

    private UUID userId;

    @Enumerated(EnumType.STRING)
    private ScanKind kind;

    private @Nullable UUID taskId;
    private String code;
    private Instant scannedAt;
    private Instant receivedAt;
    private String result;
    private String answer;

    @SuppressWarnings("NullAway.Init")
    protected ScanRecord() {}

    ScanRecord(ScanCommand command, ScanKind kind, String result, String answer, Instant now) {
        super(command.opId());
        this.userId = command.userId();
        this.kind = kind;
        this.taskId = command.taskId();
        this.code = command.code();
        this.scannedAt = command.at();
        this.receivedAt = now;
        this.result = result;
        this.answer = answer;
    }

    /** Whether it is the same scan that was recorded, not another under the same id. */
    boolean isOf(ScanCommand command, ScanKind kind) {
        return this.kind == kind
                && code.equals(command.code())
                && userId.equals(command.userId())
                && Objects.equals(taskId, command.taskId());
    }

    String answer() {
        return answer;
    }
}
