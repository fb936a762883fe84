package com.dingshu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.OperationLog.Entry;
import com.dingshu.tenancy.OperationLog.Filter;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class OperationLogIT {

    @Autowired
    private Merchants merchants;

    @Autowired
    private OperationLog log;

    private Merchant merchant;
    private final UUID anna = Ids.next();

    @BeforeEach
    void open() {
        merchant = merchants.open();
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

    private Actor person(String name) {
        return new Actor(Actor.Kind.USER, anna, name, Set.of(), "Chrome 140 · 10.0.0.1");
    }

    private List<Entry> newest(Filter filter, @org.jspecify.annotations.Nullable UUID before, int most) {
        return merchant.call(() -> log.newest(filter, before, most));
    }
}
