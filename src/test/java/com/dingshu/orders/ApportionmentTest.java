package com.dingshu.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.shared.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApportionmentTest {

    @Test
    void dividesInProportionAndExactly() {
        List<SnapshotLine> lines = List.of(line(2, 46_800), line(1, 46_400), gift());
        var amounts = new SnapshotAmounts(140_000, 0, 10_000, 3_000, 500, 2_100, 0, 128_600, 128_600);
        Apportionment.Share[] shares = Apportionment.of(lines, Apportionment.settled(lines, amounts));
        assertThat(shares[0].orderDiscount()).isEqualTo(6_685);
        assertThat(shares[1].orderDiscount()).isEqualTo(3_315);
        assertThat(shares[2].payable()).isZero();
        assertThat(sum(shares, share -> share.payable() + share.freight())).isEqualTo(128_600);
    }

    @Test
    void letsTheChannelsOwnPartsStandWhenTheyAddUp() {
        List<SnapshotLine> lines = List.of(withShare(line(1, 10_000), 700L), withShare(line(1, 10_000), 300L));
        assertThat(parts(lines, discount(20_000, 1_000), Apportionment.Share::orderDiscount))
                .containsExactly(700L, 300L);
    }

    @Test
    void takesALineWithoutAPartOfItsOwnForOneThatHasNone() {
        List<SnapshotLine> lines = List.of(withShare(line(1, 1_000), 500L), line(1, 1_000));
        Apportionment.Share[] shares = Apportionment.of(lines, Apportionment.settled(lines, discount(2_000, 500)));
        assertThat(shares).extracting(Apportionment.Share::orderDiscount).containsExactly(500L, 0L);
        assertThat(shares).extracting(Apportionment.Share::payable).containsExactly(500L, 1_000L);
    }

    @Test
    void followsWhatWasPaidForWhateverThePartsDoNotName() {
        List<SnapshotLine> lines = List.of(shareAndPaid(10_000, 1_000L, 9_000L), shareAndPaid(10_000, null, 9_800L));
        var amounts = new SnapshotAmounts(20_000, 0, 1_000, 0, 0, 0, 0, 18_800, 18_800);
        Apportionment.Share[] shares = Apportionment.of(lines, Apportionment.settled(lines, amounts));
        assertThat(shares).extracting(Apportionment.Share::orderDiscount).containsExactly(1_000L, 0L);
        assertThat(shares).extracting(Apportionment.Share::other).containsExactly(0L, 200L);
        assertThat(shares).extracting(Apportionment.Share::payable).containsExactly(9_000L, 9_800L);
    }

    @Test
    void followsWhatWasPaidWhenTheChannelsPartsDoNotAddUp() {
        List<SnapshotLine> lines = List.of(shareAndPaid(10_000, 700L, 9_100L), shareAndPaid(10_000, null, 9_900L));
        Apportionment.Share[] shares = Apportionment.of(lines, Apportionment.settled(lines, discount(20_000, 1_000)));
        assertThat(shares).extracting(Apportionment.Share::payable).containsExactly(9_100L, 9_900L);
    }

    @Test
    void dividesItselfWhenTheChannelsPartsDoNotAddUp() {
        List<SnapshotLine> lines = List.of(withShare(line(1, 10_000), 700L), withShare(line(1, 10_000), 299L));
        assertThat(parts(lines, discount(20_000, 1_000), Apportionment.Share::orderDiscount))
                .containsExactly(500L, 500L);
    }

    @Test
    void followsWhatTheChannelSaysWasPaidForEachLine() {
        List<SnapshotLine> lines = List.of(withPaid(line(1, 10_000), 9_901L), withPaid(line(1, 10_000), 9_099L));
        var amounts = new SnapshotAmounts(20_000, 0, 600, 300, 100, 0, 0, 19_000, 19_000);
        Apportionment.Share[] shares = Apportionment.of(lines, Apportionment.settled(lines, amounts));
        assertThat(shares[0].payable()).isEqualTo(9_901);
        assertThat(shares[1].payable()).isEqualTo(9_099);
        assertThat(sum(shares, Apportionment.Share::orderDiscount)).isEqualTo(600);
        assertThat(sum(shares, Apportionment.Share::points)).isEqualTo(100);
    }

    @Test
    void namesWhatNoFigureOfTheChannelExplains() {
        List<SnapshotLine> lines = List.of(line(1, 10_000), line(1, 5_000));
        var amounts = new SnapshotAmounts(15_000, 0, 0, 0, 0, 0, 0, 14_700, 14_700);
        assertThat(parts(lines, amounts, Apportionment.Share::other)).containsExactly(200L, 100L);
    }

    @Test
    void leavesASurchargeByHandOnItsOwnLine() {
        List<SnapshotLine> lines = List.of(withDiscount(line(2, 10_000), -500), withDiscount(line(1, 10_000), 1_000));
        var amounts = new SnapshotAmounts(30_000, 500, 900, 0, 0, 800, 0, 29_400, 29_400);
        SnapshotAmounts settled = Apportionment.settled(lines, amounts);
        assertThat(settled.lineDiscountsMinor()).isEqualTo(1_000);
        assertThat(Apportionment.unexplained(settled)).isEqualTo(-500);
        Apportionment.Share[] shares = Apportionment.of(lines, settled);
        assertThat(shares).extracting(Apportionment.Share::lineDiscount).containsExactly(0L, 1_000L);
        assertThat(shares).extracting(Apportionment.Share::other).containsExactly(-500L, 0L);
        assertThat(shares).extracting(Apportionment.Share::orderDiscount).containsExactly(625L, 275L);
        assertThat(shares).extracting(Apportionment.Share::payable).containsExactly(19_875L, 8_725L);
        assertThat(sum(shares, share -> share.payable() + share.freight())).isEqualTo(29_400);
    }

    @Property(tries = 300)
    void partsOfEveryKindSumToTheWholeAndPiecesToTheirLine(
            @ForAll("someLines") List<SnapshotLine> lines,
            @ForAll @LongRange(max = 99_999) long discount,
            @ForAll @LongRange(max = 99_999) long coupon,
            @ForAll @LongRange(max = 9_999) long freight,
            @ForAll @LongRange(max = 999) long tax,
            @ForAll @LongRange(max = 999_999) long due) {
        var given = new SnapshotAmounts(0, 0, discount, coupon, 7, freight, tax, due, due);
        Apportionment.Share[] shares = Apportionment.of(lines, Apportionment.settled(lines, given));
        assertThat(sum(shares, Apportionment.Share::orderDiscount)).isEqualTo(discount);
        assertThat(sum(shares, Apportionment.Share::coupon)).isEqualTo(coupon);
        assertThat(sum(shares, Apportionment.Share::freight)).isEqualTo(freight);
        assertThat(sum(shares, share -> share.payable() + share.freight() + share.tax()))
                .isEqualTo(due);
        for (int i = 0; i < shares.length; i++) {
            assertPiecesSumTo(shares[i].payable(), lines.get(i).quantity());
        }
    }

    private static void assertPiecesSumTo(long payable, int pieces) {
        long before = 0;
        for (int k = 1; k <= pieces; k++) {
            long upTo = Split.ofUnits(payable, k, pieces);
            assertThat(upTo - before - Math.floorDiv(payable, (long) pieces)).isBetween(0L, 1L);
            before = upTo;
        }
        assertThat(before).isEqualTo(payable);
    }

    @Provide
    Arbitrary<List<SnapshotLine>> someLines() {
        return Arbitraries.longs()
                .between(0, 99_999)
                .map(price -> withDiscount(line((int) (price % 7) + 1, price), price % 301 - 150))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static long sum(Apportionment.Share[] shares, ToLongFunction<Apportionment.Share> part) {
        return Arrays.stream(shares).mapToLong(part).sum();
    }

    private static List<Long> parts(
            List<SnapshotLine> lines, SnapshotAmounts amounts, ToLongFunction<Apportionment.Share> part) {
        List<Long> parts = new ArrayList<>();
        for (Apportionment.Share share : Apportionment.of(lines, Apportionment.settled(lines, amounts))) {
            parts.add(part.applyAsLong(share));
        }
        return parts;
    }

    private static SnapshotAmounts discount(long goods, long orderDiscount) {
        long due = goods - orderDiscount;
        return new SnapshotAmounts(goods, 0, orderDiscount, 0, 0, 0, 0, due, due);
    }

    private static SnapshotLine line(int quantity, long price) {
        return line(quantity, price, null, null, false);
    }

    private static SnapshotLine gift() {
        return line(1, 0, null, null, true);
    }

    private static SnapshotLine withShare(SnapshotLine of, long share) {
        return line(of.quantity(), of.unitPriceMinor(), share, null, false);
    }

    private static SnapshotLine shareAndPaid(long price, @Nullable Long share, long paid) {
        return line(1, price, share, paid, false);
    }

    private static SnapshotLine withPaid(SnapshotLine of, long paid) {
        return line(of.quantity(), of.unitPriceMinor(), null, paid, false);
    }

    private static SnapshotLine withDiscount(SnapshotLine of, long own) {
        return new SnapshotLine(
                "1",
                "A",
                new UUID(0, 1),
                "茶",
                "",
                of.quantity(),
                of.unitPriceMinor(),
                own,
                null,
                null,
                null,
                null,
                false,
                Map.of());
    }

    private static SnapshotLine line(
            int quantity, long price, @Nullable Long share, @Nullable Long paid, boolean gift) {
        return new SnapshotLine(
                "1", "A", new UUID(0, 1), "茶", "", quantity, price, 0, share, null, null, paid, gift, Map.of());
    }
}
