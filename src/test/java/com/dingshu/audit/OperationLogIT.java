package com.dingshu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.FollowUp;
import com.dingshu.tenancy.FollowUps;
import com.dingshu.tenancy.FollowUps.Result;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.OperationLog.Cause;
import com.dingshu.tenancy.OperationLog.Entry;
import com.dingshu.tenancy.OperationLog.Filter;
import com.dingshu.tenancy.Permission;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class OperationLogIT {

    @Autowired
    private Merchants merchants;

    @Autowired
    private OperationLog log;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private TestClock clock;

    private Merchant merchant;
    private final UUID anna = Ids.next();

    @BeforeEach
    void open() {
        merchant = merchants.open();
    }

    @AfterEach
    void theTimeIsWhatItWas() {
        clock.reset();
    }

    @Test
    void showsTheNewestFirstPageByPage() {
        for (int number = 1; number <= 5; number++) {
            record("一号", number);
        }
        List<Entry> first = newest(Filter.ALL, null, 2);
        List<Entry> second = newest(Filter.ALL, first.getLast().id(), 2);
        assertThat(first).extracting(Entry::subject).containsExactly("5", "4");
        assertThat(second).extracting(Entry::subject).containsExactly("3", "2");
        assertThat(newest(Filter.ALL, second.getLast().id(), 2))
                .extracting(Entry::subject)
                .containsExactly("1");
    }

    @Test
    void tellsInterventionsByHandApart() {
        record("一号", 1);
        Acting.as(merchant.id(), person("安娜"))
                .because("盘点差异")
                .run(() -> log.recordManual("stock.adjusted", "sku", "TEA-100", "+2"));
        assertThat(newest(new Filter(true, null), null, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.manual()).isTrue();
            assertThat(entry.actorName()).isEqualTo("安娜");
            assertThat(entry.reason()).isEqualTo("盘点差异");
            assertThat(entry.detail()).isEqualTo("+2");
            assertThat(entry.device()).isEqualTo("Chrome 140 · 10.0.0.1");
        });
    }

    @Test
    void showsWhatOnePersonDid() {
        merchant.run(() -> log.record("order.printed", "order", "by the system", null));
        record("安娜", 7);
        assertThat(newest(new Filter(false, anna), null, 10))
                .extracting(Entry::subject)
                .containsExactly("7");
    }

    @Test
    void listsWhyThingsWereDoneByHand() {
        byHand("盘点差异", "TEA-1");
        byHand("破损", "TEA-2");
        byHand("盘点差异", "TEA-3");
        byHand(null, "TEA-4");
        record("安娜", 5);
        assertThat(merchant.call(() -> log.causes()))
                .containsExactly(new Cause("盘点差异", 2, 0), new Cause("", 1, 0), new Cause("破损", 1, 0));
        assertThat(newest(new Filter(false, null, "盘点差异", null), null, 10))
                .extracting(Entry::subject)
                .containsExactly("TEA-3", "TEA-1");
        assertThat(newest(new Filter(false, null, "", null), null, 10))
                .extracting(Entry::subject)
                .containsExactly("TEA-4");
    }

    @Test
    void anOverrideIsFollowedUpWithinThreeDaysOrMissed() {
        Acting.as(merchant.id(), person("安娜"))
                .because("盘点差异")
                .run(() -> log.recordOverride("stock.adjusted", "sku", "TEA-1", "7 → 5"));
        assertThat(standing(FollowUp.State.OPEN)).hasSize(1);
        clock.advance(Duration.ofDays(4));
        assertThat(standing(FollowUp.State.OPEN)).isEmpty();
        assertThat(standing(FollowUp.State.MISSED)).extracting(Entry::subject).containsExactly("TEA-1");
        assertThat(merchant.call(() -> log.missed())).isOne();
        assertThat(merchant.call(() -> log.causes())).containsExactly(new Cause("盘点差异", 1, 1));
        UUID entry = standing(FollowUp.State.MISSED).getFirst().id();
        assertThat(as(() -> followUps.done(entry, " "))).isEqualTo(Result.OUTCOME_MISSING);
        assertThat(as(() -> followUps.done(entry, "入库时少扫两件"))).isEqualTo(Result.SAVED);
        assertThat(standing(FollowUp.State.MISSED)).isEmpty();
        assertThat(merchant.call(() -> log.missed())).isZero();
        assertThat(standing(FollowUp.State.DONE))
                .extracting(Entry::followUp)
                .extracting("doneBy", "outcome")
                .containsExactly(tuple("安娜", "入库时少扫两件"));
        assertThat(as(() -> followUps.done(entry, "again"))).isEqualTo(Result.ALREADY_DONE);
        assertThat(as(() -> followUps.ask(entry, LocalDate.of(2099, 1, 1)))).isEqualTo(Result.ALREADY_DONE);
        assertThat(newest(Filter.ALL, null, 1)).extracting(Entry::action).containsExactly("follow-up.done");
    }

    @Test
    void aDayIsSetForInterventionsOnly() {
        byHand("破损", "TEA-2");
        record("安娜", 5);
        List<Entry> entries = newest(Filter.ALL, null, 2);
        LocalDate day = LocalDate.of(2099, 1, 1);
        assertThat(as(() -> followUps.ask(entries.getFirst().id(), day))).isEqualTo(Result.NOT_AN_INTERVENTION);
        assertThat(as(() -> followUps.ask(entries.getLast().id(), LocalDate.of(2020, 1, 1))))
                .isEqualTo(Result.DAY_PASSED);
        assertThat(as(() -> followUps.ask(entries.getLast().id(), day))).isEqualTo(Result.SAVED);
        assertThat(standing(FollowUp.State.OPEN)).singleElement().satisfies(open -> assertThat(open.followUp())
                .isEqualTo(new FollowUp(day, FollowUp.State.OPEN, null, null, null)));
        var other = merchants.open();
        assertThat(other.call(() -> followUps.done(entries.getLast().id(), "mine")))
                .isEqualTo(Result.NOT_AN_INTERVENTION);
        assertThat(standing(FollowUp.State.OPEN)).hasSize(1);
    }

    @Test
    void showsNothingOfAnotherMerchant() {
        record("安娜", 1);
        UUID id = newest(Filter.ALL, null, 1).getFirst().id();
        var other = merchants.open();
        assertThat(other.call(() -> log.newest(Filter.ALL, null, 10))).isEmpty();
        assertThat(other.call(() -> log.byIds(List.of(id)))).isEmpty();
        assertThat(merchant.call(() -> log.byIds(List.of(id)))).hasSize(1);
    }

    private void record(String name, int number) {
        Acting.as(merchant.id(), person(name))
                .run(() -> log.record("order.printed", "order", Integer.toString(number), null));
    }

    private void byHand(@Nullable String cause, String subject) {
        Acting.as(merchant.id(), person("安娜"))
                .because(cause)
                .run(() -> log.recordManual("stock.adjusted", "sku", subject, null));
    }

    private List<Entry> standing(FollowUp.State state) {
        return newest(new Filter(false, null, null, state), null, 10);
    }

    private <T> T as(Callable<T> work) {
        return Acting.as(merchant.id(), person("安娜")).call(work);
    }

    private Actor person(String name) {
        return new Actor(Actor.Kind.USER, anna, name, Set.of(Permission.OPERATION_LOG_VIEW), "Chrome 140 · 10.0.0.1");
    }

    private List<Entry> newest(Filter filter, @Nullable UUID before, int most) {
        return merchant.call(() -> log.newest(filter, before, most));
    }
}
