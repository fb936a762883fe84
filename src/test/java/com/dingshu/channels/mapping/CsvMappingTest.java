package com.dingshu.channels.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.channels.mapping.MappingResult.Mapped;
import com.dingshu.channels.mapping.MappingResult.Unmappable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvMappingTest {

    private static final Mapping CSV = Mapping.parse(BuiltInMappings.document("file"));
    private static final MapContext CONTEXT = new MapContext("CNY", Map.of(), "");

    private static Map<String, Object> row(String... changes) {
        Map<String, Object> row = new LinkedHashMap<>(Map.of(
                "订单编号", "=\"4312889922001234567\"",
                "订单状态", "等待卖家发货",
                "下单时间", "2026/1/4 19:58",
                "付款时间", "2026-01-04 20:00:03",
                "手机号", "=\"13800000001\"",
                "收货人", "张三",
                "商品编码", "BTL-240-PINK",
                "单价", "¥1,059.00",
                "数量", "2"));
        row.put("优惠", "19.00");
        row.put("实付金额", "2,099.00");
        for (int i = 0; i < changes.length; i += 2) {
            row.put(changes[i], changes[i + 1]);
        }
        return row;
    }

    @SafeVarargs
    private static MappingResult map(Map<String, Object>... rows) {
        Map<String, Object> order = new LinkedHashMap<>(rows[0]);
        order.put("lines", List.of(rows));
        return CSV.map(order, CONTEXT);
    }

    private static Problem problem(MappingResult result) {
        assertThat(result).isInstanceOf(Unmappable.class);
        return ((Unmappable) result).first();
    }

    @Test
    void theWarehousePositionOfARowStaysWithItsLine() {
        assertThat(map(row("库位", "A-01-03"))).isInstanceOfSatisfying(Mapped.class, mapped -> assertThat(
                        mapped.draft().lines().getFirst().ext())
                .containsEntry("warehousePosition", "A-01-03"));
    }

    @Test
    void readsWhatSpreadsheetsDoToNumbersAndDates() {
        OrderDraft order = ((Mapped) map(row())).draft();
        assertThat(order.channelOrderNo()).isEqualTo("4312889922001234567");
        assertThat(order.orderedAt()).isEqualTo(Instant.parse("2026-01-04T11:58:00Z"));
        assertThat(order.paidAt()).isEqualTo(Instant.parse("2026-01-04T12:00:03Z"));
        assertThat(order.lines().getFirst().unitPriceMinor()).isEqualTo(105900);
        assertThat(order.amounts().actualPaidMinor()).isEqualTo(209900);
        assertThat(order.payment()).isNotNull().satisfies(p -> assertThat(p.verified())
                .isFalse());
        assertThat(order.receiver()).isNotNull().satisfies(r -> assertThat(r.phone())
                .isEqualTo("13800000001"));
    }

    @Test
    void takesThePaidAmountOfTwoRowsAsPartsOrAsRepetition() {
        assertThat(map(row("实付金额", "2099"), row("实付金额", "2099"))).isInstanceOf(Mapped.class);
        assertThat(map(row("实付金额", "4198"), row("实付金额", "4198"))).isInstanceOf(Mapped.class);
        assertThat(problem(map(row("实付金额", "2099"), row("实付金额", "100"))).kind()).isEqualTo(Problem.Kind.AMOUNTS_DIFFER);
    }

    @Test
    void refusesANumberThatASpreadsheetRounded() {
        assertThat(problem(map(row("订单编号", "4.31289E+18"))))
                .isEqualTo(new Problem(
                        "channelOrderNo",
                        Problem.Kind.DIGITS_LOST,
                        "4.31289E+18",
                        problem(map(row("订单编号", "4.31289E+18"))).source()));
    }

    @Test
    void refusesAnUnknownStatusAndABrokenAmount() {
        assertThat(problem(map(row("订单状态", "火星"))).kind()).isEqualTo(Problem.Kind.UNKNOWN_VALUE);
        assertThat(problem(map(row("单价", "1,05"))).kind()).isEqualTo(Problem.Kind.BAD_VALUE);
    }
}
