package com.dingshu.testing;

import com.dingshu.jobs.ItemOutcome;
import com.dingshu.jobs.JobHandler;
import com.dingshu.jobs.JobItem;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.OperationLog;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A job whose items leave a line in the operation log each; a merchant's test may say what becomes of them instead. */
public final class TestJob implements JobHandler {

    public static final String KIND = "test";
    public static final String DONE = "test.done";

    private final OperationLog log;
    private final Map<Integer, Function<JobItem, @Nullable ItemOutcome>> scripts = new ConcurrentHashMap<>();

    TestJob(OperationLog log) {
        this.log = log;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Asked after an item's line is written, in its transaction: null for done. */
    public void script(int tenantId, Function<JobItem, @Nullable ItemOutcome> script) {
        scripts.put(tenantId, script);
    }

    @Override
    public ItemOutcome handle(JobItem item, String argsJson) {
        log.record(DONE, "test-item", item.key(), argsJson);
        @Nullable
        ItemOutcome outcome =
                scripts.getOrDefault(Acting.current().tenantId(), any -> null).apply(item);
        return outcome == null ? new ItemOutcome.Done() : outcome;
    }
}
