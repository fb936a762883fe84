package com.dingshu.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.audit.Change;
import com.dingshu.audit.History;
import com.dingshu.shared.Ids;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class TenancyIT {

    @Autowired
    private Merchants merchants;

    @Autowired
    private Shops shops;

    @Autowired
    private History history;

    @Autowired
    private Events events;

    @Autowired
    private Retrying retrying;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TenantKeys keys;

    @Autowired
    private Heard heard;

    @BeforeEach
    void forget() {
        heard.rows.clear();
        heard.failures = 0;
    }

    @Test
    void refusesWorkThatNobodyIsBoundTo() {
        assertThatThrownBy(() -> shops.all()).isInstanceOf(Acting.NobodyActs.class);
    }

    @Test
    void refusesAnActorWithoutThePermission() {
        var merchant = merchants.open();
        assertThatThrownBy(() -> merchant.call(Actor.job("nosy"), () -> shops.all()))
                .isInstanceOf(AccessDenied.class)
                .hasMessageContaining("orders.view");
    }

    @Test
    void showsNothingOfAnotherMerchant() {
        var ours = merchants.open();
        var theirs = merchants.open();
        ShopInfo shop = ours.call(() -> open("ours" + ours.id()));
        assertThat(theirs.call(() -> shops.byId(shop.id()))).isEmpty();
        assertThat(theirs.call(() -> shops.all())).isEmpty();
        assertThat(theirs.call(() -> history.of(Shop.class, shop.id()))).isEmpty();
        assertThat(ours.call(() -> shops.all())).containsExactly(shop);
    }

    @Test
    void keepsWhoChangedWhatAndWhy() {
        var merchant = merchants.open();
        ShopInfo shop = merchant.call(() -> open("history" + merchant.id()));
        Acting.as(merchant.id(), Actor.system("小周")).because("歇业").run(() -> shops.setActive(shop.id(), false));
        List<Change> changes = merchant.call(() -> history.of(Shop.class, shop.id()));
        assertThat(changes).hasSize(2);
        assertThat(changes.getFirst().kind()).isEqualTo(Change.Kind.CREATED);
        assertThat(changes.getLast().reason()).isEqualTo("歇业");
        assertThat(changes.getLast().who().name()).isEqualTo("小周");
        assertThat(changes.getLast().fields()).containsExactly(new Change.FieldChange("active", "true", "false"));
    }

    @Test
    void rejectsAStatementWithoutATenant() {
        assertThatThrownBy(() -> jdbc.sql("select name from shop where name = 'x'")
                        .query(String.class)
                        .list())
                .hasStackTraceContaining("No tenant predicate on shop");
        assertThatThrownBy(() -> jdbc.sql("update shop set name = 'x'").update())
                .hasStackTraceContaining("No tenant predicate on shop");
    }

    @Test
    void bringsEachEventToItsConsumerOnceAndAgainAfterAFailure() {
        var merchant = merchants.open();
        UUID thing = Ids.next();
        merchant.run(() -> retrying.inTransaction(
                () -> events.publish(List.of(new Rang(merchant.id(), thing, 1), new Rang(merchant.id(), thing, 2)))));
        heard.failures = 2;
        merchant.settle();
        assertThat(heard.rows)
                .as("the first fails with the portion and alone: it waits and holds back the later one")
                .isEmpty();
        clock.advance(java.time.Duration.ofSeconds(5));
        merchant.settle();
        merchant.settle();
        assertThat(heard.rows).containsExactly(1, 2);
        clock.reset();
    }

    @Test
    void forgetsTheEventOfARolledBackTransaction() {
        var merchant = merchants.open();
        assertThatThrownBy(() -> merchant.run(() -> retrying.inTransaction((Runnable) () -> {
                    events.publish(new Rang(merchant.id(), Ids.next(), 7));
                    throw new IllegalArgumentException("no");
                })))
                .isInstanceOf(IllegalArgumentException.class);
        merchant.settle();
        assertThat(heard.rows).isEmpty();
    }

    @Test
    void encryptsUnderTheMerchantsOwnKey() {
        var ours = merchants.open();
        var theirs = merchants.open();
        byte[] sealed = ours.call(() -> keys.encrypt("13800138000", "row"));
        assertThat(ours.call(() -> keys.decryptText(sealed, "row"))).isEqualTo("13800138000");
        assertThatThrownBy(() -> ours.call(() -> keys.decryptText(sealed, "other row")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> theirs.call(() -> keys.decryptText(sealed, "row")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ours.call(() -> keys.blindIndex("phone", "1")))
                .isEqualTo(ours.call(() -> keys.blindIndex("phone", "1")))
                .isNotEqualTo(theirs.call(() -> keys.blindIndex("phone", "1")));
    }

    @Autowired
    private com.dingshu.testing.TestClock clock;

    private ShopInfo open(String externalId) {
        return shops.open(new OpenShop("taobao", "一号店", externalId, "CNY", OpenShop.USUAL_PAYMENT_TIMEOUT));
    }

    record Rang(int tenantId, UUID aggregateId, int number) implements DomainEvent {}

    static class Heard implements EventConsumer<Rang> {
        final List<Integer> rows = new ArrayList<>();
        int failures;

        @Override
        public String name() {
            return "test.heard";
        }

        @Override
        public Class<Rang> type() {
            return Rang.class;
        }

        @Override
        public void on(Rang event) {
            if (failures-- > 0) {
                throw new IllegalStateException("not now");
            }
            rows.add(event.number());
        }
    }

    @TestConfiguration
    static class Consumers {
        @Bean
        Heard heard() {
            return new Heard();
        }
    }
}
