package com.dingshu.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.jobs.JobFailure;
import com.dingshu.jobs.JobId;
import com.dingshu.jobs.JobProgress;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AccessDenied;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.TenantWork;
import com.dingshu.testing.Desk;
import com.dingshu.testing.Desk.Placed;
import com.dingshu.testing.IntegrationTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** One step with many orders: each has its own result, once, whatever happens to the machine meanwhile. */
@IntegrationTest
class OrderBulkIT {

    private static final Set<Permission> OPERATIONS = EnumSet.of(
            Permission.ORDERS_VIEW, Permission.ORDERS_REVIEW, Permission.ORDERS_RELEASE, Permission.ORDERS_HOLD);

    @Autowired
    private BeanFactory beans;

    @Autowired
    private OrderBulk bulk;

    @Autowired
    private Orders orders;

    @Autowired
    private OrderQueries queries;

    @Autowired
    private OrderSettings settings;

    @Autowired
    private List<TenantWork> works;

    private final Actor operator = person(OPERATIONS);
    private Desk desk;

    @BeforeEach
    void aMerchantThatReleasesByHand() {
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 500);
        desk.merchant()
                .run(() -> settings.save(new Rules(Rules.USUAL.reviewAmounts(), true, false, Duration.ofHours(2), 7)));
    }

    @Test
    void releasesWhatCanBeReleasedAndSaysWhyTheOthersCannot() {
        Placed first = ready();
        Placed second = ready();
        Placed gone = ready();
        Placed unpaid = desk.place(desk.anOrder().with(1, "TEA-100"));
        desk.merchant().run(() -> orders.release(gone.id()));
        JobProgress job = done(BulkVerb.RELEASE, "", first, gone, unpaid, second);
        assertThat(job.done()).isEqualTo(2);
        assertThat(job.skipped()).isEqualTo(1);
        assertThat(job.failed()).isEqualTo(1);
        assertThat(anchor(first)).isEqualTo(Anchor.PICKING);
        assertThat(anchor(second)).isEqualTo(Anchor.PICKING);
        assertThat(leftOut(job))
                .extracting(one -> one.item().label() + " " + one.reasonKey())
                .containsExactlyInAnyOrder(
                        gone.number() + " orders.bulk.already", unpaid.number() + " orders.refused.NOT_PAID");
    }

    @Test
    void approvesWhatWaitsForReview() {
        Placed doubtful = doubtful();
        Placed passed = ready();
        JobProgress job = done(BulkVerb.APPROVE, "", doubtful, passed);
        assertThat(job.done()).isEqualTo(1);
        assertThat(job.skipped()).isEqualTo(1);
        assertThat(desk.details(doubtful.id()).summary().review()).isEqualTo(ReviewStatus.APPROVED);
    }

    @Test
    void rejectsWithTheReason() {
        Placed doubtful = doubtful();
        Placed passed = ready();
        JobProgress job = done(BulkVerb.REJECT, "刷单", doubtful, passed);
        assertThat(job.done()).isEqualTo(1);
        assertThat(leftOut(job)).extracting(JobFailure::reasonKey).containsExactly("orders.refused.WRONG_STATE");
        assertThat(desk.details(doubtful.id()).summary().review()).isEqualTo(ReviewStatus.REJECTED);
        assertThat(desk.merchant().call(() -> queries.history(doubtful.id())))
                .anyMatch(entry ->
                        "刷单".equals(entry.reason()) && "张敏".equals(entry.who().name()));
    }

    @Test
    void holdsAndLiftsTheHoldsAgain() {
        Placed one = ready();
        Placed other = ready();
        assertThat(done(BulkVerb.HOLD, "等买家回电", one, other).done()).isEqualTo(2);
        assertThat(desk.details(one.id()).summary().stage()).isEqualTo(Stage.EXCEPTION);
        Placed free = ready();
        JobProgress lifted = done(BulkVerb.RELEASE_HOLD, "已回电", one, other, free);
        assertThat(lifted.done()).isEqualTo(2);
        assertThat(leftOut(lifted)).extracting(JobFailure::reasonKey).containsExactly("orders.bulk.no-hold");
        assertThat(desk.details(one.id()).summary().stage()).isEqualTo(Stage.TO_SHIP);
    }

    @Test
    void confirmsDeclaredPayments() {
        Placed declared = desk.place(desk.anOrder().with(1, "TEA-100").paidAsTheFileSays());
        Placed paid = ready();
        JobProgress job = done(BulkVerb.CONFIRM_PAYMENT, "已对账", declared, paid);
        assertThat(job.done()).isEqualTo(1);
        assertThat(job.skipped()).isEqualTo(1);
        assertThat(desk.details(declared.id()).summary().payment()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void takesAWholeList() {
        for (int i = 0; i < 3; i++) {
            ready();
        }
        doubtful();
        JobId job = as(operator, () -> bulk.startAll(BulkVerb.RELEASE, BoardQuery.of(BoardQuery.View.TO_SHIP), null));
        desk.merchant().settle();
        assertThat(progress(job).total()).isEqualTo(3);
        assertThat(progress(job).done()).isEqualTo(3);
    }

    @Test
    void countsBeforeItActsOnAWholeListAndTakesNoMoreThanItCounted() {
        for (int i = 0; i < 3; i++) {
            ready();
        }
        Placed doubtful = doubtful();
        Placed held = ready();
        desk.merchant().run(() -> orders.hold(held.id(), HoldReason.MANUAL, "等回电"));
        desk.place(desk.anOrder().with(1, "TEA-100"));
        BoardQuery all = BoardQuery.of(BoardQuery.View.ALL);
        BulkForecast rejecting = as(operator, () -> bulk.forecastAll(BulkVerb.REJECT, all));
        assertThat(rejecting.fitting()).isEqualTo(1);
        assertThat(rejecting.others()).isEqualTo(5);
        assertThat(rejecting.why()).first().extracting(BlockedBy::kind).isEqualTo(BlockedBy.Kind.READY);
        assertThat(rejecting.worth()).isEqualTo(new com.dingshu.shared.Money(1_000, "CNY"));
        BulkForecast holding = as(operator, () -> bulk.forecastAll(BulkVerb.HOLD, all));
        assertThat(holding.fitting()).isEqualTo(5);
        assertThat(holding.why()).containsExactly(new BlockedBy(BlockedBy.Kind.HOLD, List.of("MANUAL", "by-hand")));
        assertThat(as(
                                operator,
                                () -> bulk.forecastAll(
                                        BulkVerb.HOLD,
                                        BoardQuery.of(BoardQuery.View.OVERDUE).sorted(BoardQuery.Sort.NEWEST_FIRST)))
                        .fitting())
                .isZero();
        JobId job = as(operator, () -> bulk.startAll(BulkVerb.REJECT, all, "刷单"));
        desk.merchant().settle();
        assertThat(progress(job).total()).isEqualTo(1);
        assertThat(progress(job).done()).isEqualTo(1);
        assertThat(desk.details(doubtful.id()).summary().review()).isEqualTo(ReviewStatus.REJECTED);
    }

    @Test
    void countsTheOrdersOfNobodyElse() {
        ready();
        Desk other = Desk.open(beans);
        assertThat(other.merchant()
                        .call(operator, () -> bulk.forecastAll(BulkVerb.HOLD, BoardQuery.of(BoardQuery.View.ALL)))
                        .fitting())
                .isZero();
    }

    @Test
    void goesOnAfterARestartAndDoesNothingTwice() throws Exception {
        List<Placed> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(ready());
        }
        JobId job = as(
                operator,
                () -> bulk.start(BulkVerb.RELEASE, all.stream().map(Placed::id).toList(), null));
        TenantWork work = works.stream()
                .filter(one -> one.kind().equals("jobs"))
                .findFirst()
                .orElseThrow();
        portion(work);
        assertThat(progress(job).settled()).isBetween(1, 39);
        assertThat(progress(job).ended()).isFalse();
        // two nodes find the rest at the same time
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var run : threads.invokeAll(List.<Callable<Integer>>of(() -> portion(work), () -> portion(work)))) {
                run.get();
            }
        }
        desk.merchant().settle();
        assertThat(progress(job).ended()).isTrue();
        assertThat(progress(job).settled()).isEqualTo(40);
        assertThat(progress(job).failed()).isZero();
        for (Placed order : all) {
            assertThat(desk.merchant().call(() -> queries.timeline(order.id())))
                    .filteredOn(fact -> fact.kind() == FactKind.RELEASED)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(BulkVerb.class)
    void takesNoStepThePersonMayNotTakeAlone(BulkVerb verb) {
        Placed order = ready();
        Set<Permission> others = EnumSet.copyOf(OPERATIONS);
        others.remove(verb.permission());
        Actor other = person(others);
        assertThatThrownBy(() -> as(other, () -> bulk.start(verb, List.of(order.id()), "试试")))
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> as(other, () -> bulk.startAll(verb, BoardQuery.of(BoardQuery.View.ALL), "试试")))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void wantsAReasonWhereOneIsKept() {
        Placed order = ready();
        assertThatThrownBy(() -> as(operator, () -> bulk.start(BulkVerb.HOLD, List.of(order.id()), " ")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void touchesNoOtherMerchantsOrders() {
        Placed ours = ready();
        Desk other = Desk.open(beans);
        other.stocked("TEA-100", 10);
        other.merchant()
                .run(() -> settings.save(new Rules(Rules.USUAL.reviewAmounts(), true, false, Duration.ofHours(2), 7)));
        Placed theirs = other.place(other.anOrder().with(1, "TEA-100").paid());
        JobProgress job = done(BulkVerb.RELEASE, "", ours, theirs);
        assertThat(job.total()).isEqualTo(1);
        assertThat(other.details(theirs.id()).summary().anchor()).isEqualTo(Anchor.PAID);
        assertThatThrownBy(() -> as(operator, () -> bulk.start(BulkVerb.RELEASE, List.of(theirs.id()), null)))
                .isInstanceOf(UnknownOrder.class);
        assertThat(other.merchant().call(operator, () -> bulk.progress(job.id())))
                .isEmpty();
        assertThat(as(person(OPERATIONS), () -> bulk.progress(job.id()))).isEmpty();
        assertThat(as(person(OPERATIONS), () -> bulk.leftOut(job.id()))).isEmpty();
    }

    private JobProgress done(BulkVerb verb, String reason, Placed... chosen) {
        List<UUID> ids = List.of(chosen).stream().map(Placed::id).toList();
        JobId job = as(operator, () -> bulk.start(verb, ids, reason));
        desk.merchant().settle();
        JobProgress progress = progress(job);
        assertThat(progress.ended()).isTrue();
        return progress;
    }

    private JobProgress progress(JobId job) {
        return as(operator, () -> bulk.progress(job)).orElseThrow();
    }

    private List<JobFailure> leftOut(JobProgress job) {
        return as(operator, () -> bulk.leftOut(job.id()));
    }

    private int portion(TenantWork work) {
        return Acting.as(desk.merchant().id(), work.actor()).call(work::drain);
    }

    private Placed ready() {
        return desk.place(desk.anOrder().with(1, "TEA-100").paid());
    }

    private Placed doubtful() {
        return desk.place(desk.anOrder().with(1, "TEA-100").note("请换成礼盒").paid());
    }

    private Anchor anchor(Placed order) {
        return desk.details(order.id()).summary().anchor();
    }

    private <T> T as(Actor actor, Callable<T> action) {
        return desk.merchant().call(actor, action);
    }

    private static Actor person(Set<Permission> permissions) {
        return new Actor(Actor.Kind.USER, Ids.next(), "张敏", permissions, null);
    }
}
