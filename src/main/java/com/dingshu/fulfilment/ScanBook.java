package com.dingshu.fulfilment;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.TenantKey;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Makes each scan act once: its answer is stored with its effect and given again to whoever repeats it. */
@Component
class ScanBook {

    private final ScanRecordRepository records;
    private final Retrying retrying;
    private final Clock clock;
    private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();

    ScanBook(ScanRecordRepository records, Retrying retrying, Clock clock) {
        this.records = records;
        this.retrying = retrying;
        this.clock = clock;
    }

    /**
     * Acts in one transaction with the record of it; a twin that was faster decides. An operation id that was used for
     * another scan is refused and changes nothing.
     */
    ScanResult once(ScanCommand command, ScanKind kind, Supplier<ScanResult> act) {
        if (!command.userId().equals(Acting.current().actor().userId())) {
            return new ScanResult.Refused(command.taskId(), null, ScanResult.Stop.OTHER_PERSON, "", null);
        }
        try {
            return retrying.inTransaction(
                    () -> known(command, kind).orElseGet(() -> recorded(command, kind, act.get())));
        } catch (DataIntegrityViolationException twin) {
            return retrying.inTransaction(() -> known(command, kind)).orElseThrow(() -> twin);
        }
    }

    private Optional<ScanResult> known(ScanCommand command, ScanKind kind) {
        return records.findById(TenantKey.own(command.opId()))
                .map(record -> record.isOf(command, kind)
                        ? json.readValue(record.answer(), ScanResult.class)
                        : reused(command));
    }

    static ScanResult reused(ScanCommand command) {
        return new ScanResult.Refused(command.taskId(), null, ScanResult.Stop.OPERATION_REUSED, "", null);
    }

    private ScanResult recorded(ScanCommand command, ScanKind kind, ScanResult result) {
        String answer = json.writerFor(ScanResult.class).writeValueAsString(result);
        String name = json.readTree(answer).get("result").asString();
        records.save(new ScanRecord(command, kind, name, answer, clock.instant()));
        return result;
    }
}
