package com.dingshu.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.orders.OrderExport.Format;
import com.dingshu.orders.OrderExport.Paper;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AccessDenied;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.testing.Desk;
import com.dingshu.testing.Desk.Placed;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.OrderInTheMaking;
import com.dingshu.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders as files: right figures, no formulas, nothing that is not the reader's business. */
@IntegrationTest
class OrderExportIT {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Paper CSV = new Paper(Format.CSV, Locale.SIMPLIFIED_CHINESE, false);
    private static final BoardQuery ALL = BoardQuery.of(BoardQuery.View.ALL);

    @Autowired
    private BeanFactory beans;

    @Autowired
    private OrderExport export;

    @Autowired
    private OrderProgress progress;

    @Autowired
    private OperationLog log;

    @Autowired
    private TestClock clock;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 10_000);
    }

    @Test
    void writesTheListForASpreadsheetWithoutFormulas() {
        Placed order = desk.place(desk.anOrder()
                .with(2, "TEA-100", 12_345)
                .less(45, 0, 0)
                .freight(600)
                .to("=林知夏", "13800138207")
                .note("=HYPERLINK(\"http://evil.example\")")
                .sellerNote("＋86")
                .paid());
        byte[] file = listed(CSV);
        assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
        CSVRecord row = rows(file).getFirst();
        assertThat(row.get("订单号")).isEqualTo(order.number());
        assertThat(row.get("渠道")).isEqualTo("淘宝");
        assertThat(row.get("商品金额")).isEqualTo("246.90");
        assertThat(row.get("优惠")).isEqualTo("-0.45");
        assertThat(row.get("实付")).isEqualTo("252.45");
        assertThat(row.get("币种")).isEqualTo("CNY");
        assertThat(row.get("手机")).isEqualTo("138****8207");
        assertThat(row.get("收货人")).startsWith("'=").doesNotContain("林知夏");
        assertThat(row.get("买家备注")).isEqualTo("'=HYPERLINK(\"http://evil.example\")");
        assertThat(row.get("商家备注")).isEqualTo("'＋86");
        var placed =
                LocalDateTime.parse(row.get("下单时间"), DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT));
        assertThat(placed.atZone(SHANGHAI).toInstant())
                .isEqualTo(
                        desk.details(order.id()).facts().placedAt().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }

    @Test
    void saysWhatHasGoneBackOfAnOrder() {
        OrderInTheMaking order = desk.anOrder().with(3, "TEA-100", 1_000).paid();
        desk.place(order);
        desk.accept(List.of(order.only(1, "TEA-100").snapshot()));
        CSVRecord row = rows(listed(CSV)).getFirst();
        assertThat(row.get("实付")).isEqualTo("30.00");
        assertThat(row.get("已退款")).isEqualTo("20.00");
    }

    @Test
    void writesAWorkbookWithNumbersAndTimes() throws IOException {
        Placed order = desk.place(
                desk.anOrder().with(2, "TEA-100", 12_345).note("@SUM(A1)").paid());
        byte[] file = listed(new Paper(Format.XLSX, Locale.ENGLISH, false));
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            Row head = rows.getFirst();
            Row row = rows.get(1);
            int paid = column(head, "Paid");
            assertThat(row.getCellText(column(head, "Order no."))).isEqualTo(order.number());
            assertThat(row.getCellAsNumber(paid))
                    .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo(new BigDecimal("246.90")));
            assertThat(row.getCellAsDate(column(head, "Placed"))).isPresent();
            assertThat(row.getCellText(column(head, "Buyer note"))).isEqualTo("'@SUM(A1)");
        }
    }

    @Test
    void writesALongListPortionByPortionAndLogsItOnce() {
        desk.accept(IntStream.range(0, 520)
                .mapToObj(i -> desk.anOrder().with(1, "TEA-100").paid().snapshot())
                .toList());
        List<CSVRecord> rows = rows(listed(CSV));
        assertThat(rows).hasSize(520);
        assertThat(rows.stream().map(row -> row.get("订单号")).distinct()).hasSize(520);
        assertThat(desk.merchant().call(() -> log.newest(OperationLog.Filter.ALL, null, 100)))
                .filteredOn(entry -> entry.action().equals("orders.exported"))
                .hasSize(1);
    }

    @Test
    void givesFinanceTheOrdersCompletedInAMonthAndNothingElse() {
        Placed done = desk.place(desk.anOrder().with(1, "TEA-100").paid());
        desk.place(desk.anOrder().with(1, "TEA-100").paid());
        desk.merchant().run(() -> {
            progress.shipped(done.id(), clock.instant());
            progress.delivered(done.id(), clock.instant());
            progress.complete(done.id(), clock.instant());
        });
        YearMonth month = YearMonth.from(clock.instant().atZone(SHANGHAI));
        List<CSVRecord> rows = rows(completed(finance(), month));
        assertThat(rows).extracting(row -> row.get("订单号")).containsExactly(done.number());
        assertThat(rows.getFirst().get("完成时间")).isNotEmpty();
        assertThat(rows.getFirst().toMap()).doesNotContainKeys("地址", "买家备注");
        assertThat(rows(completed(finance(), month.minusMonths(1)))).isEmpty();
        assertThat(rows(completed(finance(), month.plusMonths(1)))).isEmpty();
        assertThatThrownBy(() -> desk.merchant().call(finance(), () -> export.listed(ALL, CSV, nowhere())))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void showsContactDataInClearOnlyToThoseWhoMayRevealIt() {
        desk.place(desk.anOrder().with(1, "TEA-100").to("林知夏", "13800138207").paid());
        Paper clear = new Paper(Format.CSV, Locale.SIMPLIFIED_CHINESE, true);
        Actor exporter = person(Permission.ORDERS_VIEW, Permission.ORDERS_EXPORT);
        assertThatThrownBy(() -> desk.merchant().call(exporter, () -> export.listed(ALL, clear, nowhere())))
                .isInstanceOf(AccessDenied.class);
        assertThat(new String(listed(clear), StandardCharsets.UTF_8)).contains("林知夏", "13800138207", "文三路478号");
        assertThat(desk.merchant().call(() -> log.newest(OperationLog.Filter.ALL, null, 10)))
                .anyMatch(entry -> entry.action().equals("orders.exported-in-clear"));
        assertThat(new String(listed(CSV), StandardCharsets.UTF_8)).doesNotContain("林知夏", "13800138207");
    }

    @Test
    void writesNoOtherMerchantsOrders() {
        desk.place(desk.anOrder().with(1, "TEA-100").paid());
        Desk other = Desk.open(beans);
        byte[] file = other.merchant().call(() -> {
            var out = new ByteArrayOutputStream();
            assertThat(export.listed(ALL, CSV, out)).isZero();
            return out.toByteArray();
        });
        assertThat(rows(file)).isEmpty();
    }

    private byte[] listed(Paper paper) {
        return desk.merchant().call(() -> {
            var out = new ByteArrayOutputStream();
            export.listed(ALL, paper, out);
            return out.toByteArray();
        });
    }

    private byte[] completed(Actor actor, YearMonth month) {
        return desk.merchant().call(actor, () -> {
            var out = new ByteArrayOutputStream();
            export.completed(month, CSV, out);
            return out.toByteArray();
        });
    }

    private static List<CSVRecord> rows(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8).substring(1);
        try (var parser = CSVFormat.EXCEL
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))) {
            return parser.getRecords();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static int column(Row head, String name) {
        return IntStream.range(0, head.getCellCount())
                .filter(i -> head.getCellText(i).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ByteArrayOutputStream nowhere() {
        return new ByteArrayOutputStream();
    }

    private static Actor finance() {
        return person(Permission.ORDERS_VIEW, Permission.ORDERS_EXPORT_COMPLETED);
    }

    private static Actor person(Permission... permissions) {
        return new Actor(Actor.Kind.USER, Ids.next(), "周会计", Set.of(permissions), null);
    }
}
