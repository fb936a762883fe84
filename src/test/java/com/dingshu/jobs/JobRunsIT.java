package com.dingshu.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.TestJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work on many things at once: durable, item by item, none of them twice. */
@IntegrationTest
class JobRunsIT {

    private static final Actor STARTER =
            new Actor(Actor.Kind.USER, Ids.next(), "小陆", Set.of(Permission.ORDERS_VIEW), null);

    @Autowired
    private Merchants merchants;

    @Autowired
    private JobRuns jobs;

    @Autowired
    private JobWork work;

    @Autowired
    private TestJob handler;

    @Autowired
    private JdbcClient jdbc;

    private Merchant merchant;

    @BeforeEach
    void open() {
        merchant = merchants.open();
    }

    @Test
    void doesEachItemOnceAndSaysWhatBecameOfIt() {
        handler.script(merchant.id(), item -> switch (item.key()) {
            case "3" -> new ItemOutcome.Skipped("orders.refused.ON_HOLD", List.of("261121-0003"));
            case "5" -> new ItemOutcome.Failed("orders.refused.NOT_PAID", List.of());
            default -> null;
        });
        JobId job = start(7);
        assertThat(progress(job).settled()).isZero();
        merchant.settle();
        JobProgress progress = progress(job);
        assertThat(progress.ended()).isTrue();
        assertThat(List.of(progress.total(), progress.done(), progress.skipped(), progress.failed()))
                .containsExactly(7, 5, 1, 1);
        assertThat(act(() -> jobs.failures(job)))
                .containsExactly(
                        new JobFailure(item(3), true, "orders.refused.ON_HOLD", List.of("261121-0003")),
                        new JobFailure(item(5), false, "orders.refused.NOT_PAID", List.of()));
        merchant.settle();
        assertThat(done()).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void goesOnWhereItStoodWhenTheServerStoppedInTheMiddleOfAnItem() {
        AtomicBoolean powerCut = new AtomicBoolean(true);
        handler.script(merchant.id(), item -> {
            if (item.key().equals("30") && powerCut.get()) {
                throw new PowerCut();
            }
            return null;
        });
        JobId job = start(60);
        assertThat(drain()).isEqualTo(25);
        assertThat(progress(job).settled()).isEqualTo(25);
        assertThatThrownBy(this::drain).isInstanceOf(PowerCut.class);
        assertThat(progress(job).settled()).isEqualTo(30);
        assertThat(progress(job).ended()).isFalse();
        assertThat(done()).hasSize(30);
        powerCut.set(false);
        merchant.settle();
        assertThat(progress(job).done()).isEqualTo(60);
        assertThat(progress(job).ended()).isTrue();
        assertThat(done()).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void doesNoItemTwiceWhenTwoServersWorkOnIt() throws Exception {
        JobId job = start(100);
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> servers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                servers.add(threads.submit(() -> {
                    while (drain() > 0) {}
                }));
            }
            for (Future<?> server : servers) {
                server.get();
            }
        }
        assertThat(done()).hasSize(100).doesNotHaveDuplicates();
        assertThat(progress(job).done()).isEqualTo(100);
    }

    @Test
    void undoesAnItemThatFailsAndGoesOnWithTheNext() {
        handler.script(merchant.id(), item -> {
            if (item.key().equals("1")) {
                throw new IllegalStateException("the printer is on fire");
            }
            if (item.key().equals("2")) {
                Acting.check(Permission.ORDERS_VOID);
            }
            return null;
        });
        JobId job = start(4);
        merchant.settle();
        assertThat(done()).containsExactly("0", "3");
        assertThat(act(() -> jobs.failures(job)))
                .extracting(JobFailure::reasonKey)
                .containsExactly("jobs.reason.error", "jobs.reason.not-allowed");
    }

    @Test
    void actsAsWhoeverStartedIt() {
        start(1);
        merchant.settle();
        assertThat(jdbc.sql("select actor_name, reason from operation_log where tenant_id = :tenant and action = :done")
                        .param("tenant", merchant.id())
                        .param("done", TestJob.DONE)
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("小陆");
    }

    @Test
    void isSeenByItsStarterOnly() {
        JobId job = start(1);
        Actor other = new Actor(Actor.Kind.USER, Ids.next(), "老周", Set.of(Permission.ORDERS_VIEW), null);
        assertThat(merchant.call(other, () -> jobs.progress(job))).isEmpty();
        assertThat(merchant.call(other, () -> jobs.failures(job))).isEmpty();
        assertThat(merchant.call(other, () -> jobs.latest(10))).isEmpty();
        assertThat(merchants.open().call(STARTER, () -> jobs.progress(job))).isEmpty();
        assertThat(act(() -> jobs.latest(10))).extracting(JobProgress::id).containsExactly(job);
    }

    @Test
    void saysThatNobodyKnowsTheKindOfWork() {
        JobId job = act(() -> jobs.start(new JobRequest("no-such-kind", "x", List.of(item(0)), "{}")));
        merchant.settle();
        assertThat(act(() -> jobs.failures(job)))
                .extracting(JobFailure::reasonKey)
                .containsExactly("jobs.reason.no-handler");
        assertThat(progress(job).ended()).isTrue();
    }

    @Test
    void hasAtLeastOneItem() {
        assertThatThrownBy(() -> start(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Ends the process's work without giving it a chance to answer for it. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1;
    }

    private JobId start(int items) {
        List<JobItem> all = IntStream.range(0, items).mapToObj(JobRunsIT::item).toList();
        return act(() -> jobs.start(new JobRequest(TestJob.KIND, "试一试", all, "{}")));
    }

    private static JobItem item(int number) {
        return new JobItem(Integer.toString(number), "261121-000" + number);
    }

    private JobProgress progress(JobId job) {
        return act(() -> jobs.progress(job)).orElseThrow();
    }

    private int drain() {
        return merchant.call(work.actor(), work::drain);
    }

    private <T> T act(Callable<T> call) {
        return merchant.call(STARTER, call);
    }

    private List<String> done() {
        return jdbc.sql(
                        "select subject from operation_log where tenant_id = :tenant and action = :done order by length(subject), subject")
                .param("tenant", merchant.id())
                .param("done", TestJob.DONE)
                .query(String.class)
                .list();
    }
}
