package com.dingshu.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.audit.Change;
import com.dingshu.shared.Ids;
import com.dingshu.shared.PostalAddress;
import com.dingshu.tenancy.AccessDenied;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.OpenShop;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.Shops;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class CustomersIT {

    private static final PostalAddress HANGZHOU = new PostalAddress("CN", "浙江省", "杭州市", "西湖区", "文三路478号", "310000");

    @Autowired
    private Merchants merchants;

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerQueries queries;

    @Autowired
    private CustomerMerges merges;

    @Autowired
    private Shops shops;

    @Autowired
    private ContactVault vault;

    @Autowired
    private OperationLog log;

    @Autowired
    private Retrying retrying;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void knowsOnePersonAcrossChannelsByTheTelephoneNumberInAnySpelling() {
        Merchant merchant = merchants.open();
        UUID first = meet(merchant, "taobao", "tb-1", contact("陈晓蓉", "138 0013 8000"));
        UUID again = meet(merchant, "douyin", "dy-9", contact("陈晓蓉", "+86 138-0013-8000"));
        UUID full = meet(merchant, "shopify", "", contact("陈晓蓉", "１３８００１３８０００"));
        UUID other = meet(merchant, "shopify", "", contact("陈晓蓉", "13900139000"));
        assertThat(List.of(again, full)).containsOnly(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(merchant.call(() -> queries.details(first)).orElseThrow().recognisedBy())
                .containsExactlyInAnyOrder("taobao", "douyin", "phone");
    }

    @Test
    void putsTheChannelsBuyerKeyBeforeTheTelephoneNumber() {
        Merchant merchant = merchants.open();
        UUID buyer = meet(merchant, "taobao", "tb-1", contact("陈晓蓉", "13800138000"));
        UUID friend = meet(merchant, "taobao", "tb-2", contact("林小满", "13900139000"));
        assertThat(meet(merchant, "taobao", "tb-1", contact("林小满", "13900139000")))
                .isEqualTo(buyer);
        assertThat(meet(merchant, "taobao", "", contact("林小满", "13900139000"))).isEqualTo(friend);
    }

    @Test
    void meetsTheSamePersonTwiceInOneBatch() {
        Merchant merchant = merchants.open();
        var sighting = new BuyerSighting("taobao", "tb-1", contact("陈晓蓉", "13800138000"), false);
        var later = new BuyerSighting("douyin", "dy-1", contact("陈晓蓉", "13800138000"), false);
        List<CustomerRef> met = merchant.call(
                () -> retrying.inTransaction(() -> customers.recognise(List.of(sighting, later, sighting))));
        assertThat(met).hasSize(3).containsOnly(met.getFirst());
    }

    @Test
    void recognisesNobodyByAMaskAndReplacesNothingWithIt() {
        Merchant merchant = merchants.open();
        UUID known = meet(merchant, "taobao", "tb-1", contact("陈晓蓉", "13800138000"));
        var mask = new BuyerSighting("taobao", "tb-1", contact("陈**", "138****8000"), true);
        assertThat(meet(merchant, mask)).isEqualTo(known);
        assertThat(merchant.call(() -> queries.reveal(known)).orElseThrow().name())
                .isEqualTo("陈晓蓉");
    }

    @Test
    void keepsFormerContactDataInTheHistoryUnread() {
        Merchant merchant = merchants.open();
        UUID known = meet(merchant, "taobao", "tb-1", contact("陈晓蓉", "13800138000"));
        meet(merchant, "taobao", "tb-1", contact("陈晓蓉", "13800138000"));
        meet(merchant, "taobao", "tb-1", contact("陈晓蓉", "13700137000"));
        List<Change> steps = merchant.call(() -> queries.history(known));
        assertThat(steps).hasSize(2);
        assertThat(steps.getLast().fields())
                .contains(new Change.FieldChange("maskedPhone", "138****8000", "137****7000"));
        assertThat(steps.toString()).doesNotContain("13800138000", "13700137000", "文三路478号");
    }

    @Test
    void storesNoContactDataInClear() {
        Merchant merchant = merchants.open();
        UUID known = meet(merchant, "taobao", "tb-1", contact("陈晓蓉", "13800138000"));
        String row = jdbc
                .sql("select * from customer where tenant_id = :tenant and id = :id")
                .param("tenant", merchant.id())
                .param("id", Ids.bytes(known))
                .query()
                .singleRow()
                .values()
                .stream()
                .map(value -> value instanceof byte[] bytes
                        ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                        : String.valueOf(value))
                .toList()
                .toString();
        assertThat(row).contains("陈*蓉", "138****8000").doesNotContain("13800138000", "陈晓蓉", "478", "tb-1");
    }

    @Test
    void findsByNumberLastFourAndNameWithinTheMerchantOnly() {
        Merchant ours = merchants.open();
        Merchant theirs = merchants.open();
        UUID known = meet(ours, "taobao", "tb-1", contact("陈晓蓉", "13800138000"));
        ours.run(() ->
                shops.open(new OpenShop("taobao", "一店", "s-" + ours.id(), "CNY", OpenShop.USUAL_PAYMENT_TIMEOUT)));
        for (String text : List.of("0086 138 0013 8000", "１３８００１３８０００", "8000", "陈 晓蓉", "tb-1")) {
            assertThat(ours.call(() -> queries.page(asked(text))))
                    .extracting(CustomerSummary::id)
                    .containsExactly(known);
            assertThat(theirs.call(() -> queries.page(asked(text)))).isEmpty();
        }
        assertThat(ours.call(() -> queries.page(asked("800")))).isEmpty();
        assertThat(theirs.call(() -> queries.details(known))).isEmpty();
        assertThat(theirs.call(() -> queries.reveal(known))).isEmpty();
        assertThat(theirs.call(() -> queries.page(new CustomerQuery(null, null, 50))))
                .isEmpty();
        assertThat(ours.call(() -> queries.page(new CustomerQuery(null, null, 50))))
                .hasSize(1);
        assertThat(ours.call(() -> queries.page(new CustomerQuery(null, known, 50))))
                .isEmpty();
    }

    @Test
    void showsContactDataToThosePermittedAndLeavesATrace() {
        Merchant merchant = merchants.open();
        UUID known = meet(merchant, "taobao", "tb-1", contact("陈晓蓉", "13800138000"));
        Actor looker = Actor.job("小周", Permission.CUSTOMERS_VIEW);
        assertThatThrownBy(() -> merchant.call(looker, () -> queries.reveal(known)))
                .isInstanceOf(AccessDenied.class);
        Actor allowed = Actor.job("小周", Permission.CONTACT_REVEAL);
        assertThat(merchant.call(allowed, () -> queries.reveal(known))
                        .orElseThrow()
                        .address())
                .isEqualTo(HANGZHOU);
        assertThat(merchant.call(() -> log.newest(OperationLog.Filter.ALL, null, 10)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo("contact.revealed");
                    assertThat(entry.actorName()).isEqualTo("小周");
                    assertThat(entry.subject()).isEqualTo(known.toString());
                });
    }

    @Test
    void opensContactDataOnlyWhereItWasSealed() {
        Merchant merchant = merchants.open();
        UUID known = meet(merchant, "taobao", "tb-1", contact("陈晓蓉", "13800138000"));
        UUID other = meet(merchant, "taobao", "tb-2", contact("林小满", "13900139000"));
        ContactPlace place = new ContactPlace("orders", Ids.next(), "receiver");
        SealedContact sealed = merchant.call(() -> vault.seal(known, place, contact("陈晓蓉", "13800138000")));
        assertThat(merchant.call(() -> vault.open(known, place, sealed.cipher()))
                        .phone())
                .isEqualTo("13800138000");
        ContactPlace elsewhere = new ContactPlace("orders", Ids.next(), "receiver");
        assertThatThrownBy(() -> merchant.call(() -> vault.open(known, elsewhere, sealed.cipher())))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> merchant.call(() -> vault.open(other, place, sealed.cipher())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void findsByANumberOfFormerDays() {
        Merchant merchant = merchants.open();
        UUID known = meet(merchant, "taobao", "tb-1", contact("陈晓蓉", "13800138000"));
        meet(merchant, "taobao", "tb-1", contact("陈晓蓉", "13700137000"));
        assertThat(merchant.call(() -> queries.page(asked("13800138000"))))
                .extracting(CustomerSummary::id)
                .containsExactly(known);
    }

    @Test
    void pagesThroughThoseATextLeadsTo() {
        Merchant merchant = merchants.open();
        for (int i = 0; i < 25; i++) {
            meet(merchant, "taobao", "tb-" + i, contact("陈晓蓉", "138%04d6207".formatted(i)));
        }
        List<UUID> seen = new ArrayList<>();
        List<CustomerSummary> page;
        do {
            UUID after = seen.isEmpty() ? null : seen.getLast();
            page = merchant.call(() -> queries.page(new CustomerQuery("6207", after, 10)));
            page.forEach(row -> seen.add(row.id()));
        } while (page.size() == 10);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Nested
    class WhenMerged {

        private Merchant merchant;
        private UUID kept;
        private UUID other;

        @BeforeEach
        void twoOfOnePerson() {
            merchant = merchants.open();
            kept = meet(merchant, "taobao", "tb-1", contact("陈晓蓉", "13800138000"));
            other = meet(merchant, "douyin", "dy-1", contact("陈晓蓉", "13900139000"));
            assertThat(merchant.call(() -> merges.alike(kept)))
                    .extracting(CustomerSummary::id)
                    .containsExactly(other);
            assertThat(merchant.call(() -> Acting.current().because("买家说是同一人").call(() -> merges.merge(kept, other))))
                    .isEqualTo(new MergeResult.Merged());
        }

        @Test
        void oneStandsForBoth() {
            assertThat(meet(merchant, "douyin", "dy-1", contact("陈晓蓉", "13900139000")))
                    .isEqualTo(kept);
            CustomerDetails details = merchant.call(() -> queries.details(kept)).orElseThrow();
            assertThat(details.ids()).containsExactly(kept, other);
            assertThat(details.recognisedBy()).containsExactly("douyin", "phone", "taobao");
            assertThat(merchant.call(() -> queries.details(other)).orElseThrow().standIn())
                    .satisfies(end -> assertThat(end.customer().id()).isEqualTo(kept));
            assertThat(merchant.call(() -> queries.page(new CustomerQuery(null, null, 50))))
                    .extracting(CustomerSummary::id)
                    .containsExactly(kept);
            assertThat(merchant.call(() -> merges.alike(kept))).isEmpty();
        }

        @Test
        void itCanBeTakenBack() {
            assertThat(merchant.call(() -> merges.undo(other))).isTrue();
            assertThat(merchant.call(() -> merges.undo(other))).isFalse();
            assertThat(meet(merchant, "douyin", "dy-1", contact("陈晓蓉", "13900139000")))
                    .isEqualTo(other);
            assertThat(merchant.call(() -> queries.details(kept)).orElseThrow().ids())
                    .containsExactly(kept);
        }

        @Test
        void bothHistoriesTellIt() {
            merchant.run(() -> merges.undo(other));
            List<Change> steps = merchant.call(() -> queries.history(kept));
            assertThat(steps.stream().flatMap(step -> step.fields().stream()).filter(field -> field.field()
                            .equals("merged")))
                    .containsExactly(
                            new Change.FieldChange("merged", null, other.toString()),
                            new Change.FieldChange("merged", other.toString(), null));
            assertThat(merchant.call(() -> queries.history(other)))
                    .anySatisfy(step -> assertThat(step.reason()).isEqualTo("买家说是同一人"));
        }

        @Test
        void noCircleComesOfIt() {
            UUID third = meet(merchant, "shopify", "sh-1", contact("林小满", "13600136000"));
            assertThat(merchant.call(() -> merges.merge(kept, other))).isEqualTo(new MergeResult.Already());
            assertThat(merchant.call(() -> merges.merge(other, kept)))
                    .isEqualTo(new MergeResult.Refused(MergeResult.Why.KEPT_IS_MERGED));
            assertThat(merchant.call(() -> merges.merge(third, other)))
                    .isEqualTo(new MergeResult.Refused(MergeResult.Why.MERGED_ELSEWHERE));
            assertThat(merchant.call(() -> merges.merge(kept, kept)))
                    .isEqualTo(new MergeResult.Refused(MergeResult.Why.SAME));
            assertThat(merchant.call(() -> merges.merge(third, kept))).isEqualTo(new MergeResult.Merged());
            assertThat(merchant.call(() -> queries.details(third)).orElseThrow().ids())
                    .containsExactlyInAnyOrder(third, kept, other);
            assertThat(meet(merchant, "douyin", "dy-1", contact("陈晓蓉", "13900139000")))
                    .isEqualTo(third);
        }

        @Test
        void nobodyMergesAcrossMerchants() {
            Merchant elsewhere = merchants.open();
            UUID foreign = meet(elsewhere, "taobao", "tb-9", contact("陈晓蓉", "13800138000"));
            assertThat(merchant.call(() -> merges.merge(kept, foreign)))
                    .isEqualTo(new MergeResult.Refused(MergeResult.Why.UNKNOWN));
            assertThat(elsewhere.call(() -> merges.undo(other))).isFalse();
            assertThat(elsewhere.call(() -> merges.alike(kept))).isEmpty();
        }
    }

    private static CustomerQuery asked(String text) {
        return new CustomerQuery(text, null, 50);
    }

    private static Contact contact(String name, String phone) {
        return new Contact(name, phone, HANGZHOU);
    }

    private UUID meet(Merchant merchant, String channel, String buyerKey, Contact contact) {
        return meet(merchant, new BuyerSighting(channel, buyerKey, contact, false));
    }

    private UUID meet(Merchant merchant, BuyerSighting sighting) {
        return merchant.call(() -> retrying.inTransaction(
                () -> customers.recognise(List.of(sighting)).getFirst().customerId()));
    }
}
