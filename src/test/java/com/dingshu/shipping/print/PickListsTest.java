package com.dingshu.shipping.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dingshu.shipping.print.PickListSheet.Row;
import com.dingshu.shipping.print.PickListSheet.Slot;
import com.google.zxing.BarcodeFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PickListsTest {

    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 21, 14, 38, 0, 0, ZoneId.of("Asia/Shanghai"));

    @Test
    void namesBinArticleCodesAndPieces() throws Exception {
        try (Printed list = new Printed(PickLists.pdf(sheet(tea())))) {
            String text = list.text(1).replaceAll("\\s+", "");
            assertThat(text)
                    .contains("拣货单PL-1503", "上海嘉定仓·A–C区")
                    .contains("A-03-12", "武夷正山小种", "特级250g", "TEA-ZSXZ-250", "6901234500149")
                    .contains("B-01-08", "速溶黑咖啡", "40条装", "拣货人吴桂芳", "第1/1页");
            assertThat(text).contains("11单").contains("27件").contains("9位");
        }
    }

    @Test
    void itsNumberIsABarcode() throws Exception {
        try (Printed list = new Printed(PickLists.pdf(sheet(tea())))) {
            assertThat(list.scan(1, BarcodeFormat.CODE_128)).isEqualTo("PL-1503");
        }
    }

    @Test
    void aLongListGoesOverPagesWithoutLosingARow() throws Exception {
        List<Row> rows = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> new Row("A-01-" + (100 + i), "货品 " + i, null, "SKU-" + (1000 + i), null, 1, List.of()))
                .toList();
        try (Printed list = new Printed(PickLists.pdf(sheet(rows)))) {
            assertThat(list.pages()).isEqualTo(4);
            StringBuilder all = new StringBuilder();
            for (int page = 1; page <= list.pages(); page++) {
                assertThat(list.text(page)).contains("拣货单 PL-1503", "第 " + page + " / 4 页");
                all.append(list.text(page));
            }
            rows.forEach(row -> assertThat(all).contains(row.code(), row.bin()));
        }
    }

    @Test
    void manyBoxesForOneArticleTakeMoreLinesNotLessInk() throws Exception {
        List<Slot> slots =
                IntStream.rangeClosed(1, 24).mapToObj(i -> new Slot("G" + i, i)).toList();
        Row row = new Row("A-01-01", "龙井", "明前 100g", "TEA-LJ-100", "6901234500156", 300, slots);
        try (Printed list = new Printed(PickLists.pdf(sheet(List.of(row))))) {
            String text = list.text(1).replaceAll("\\s+", "");
            slots.forEach(slot -> assertThat(text).contains(slot.label() + "×" + slot.quantity()));
        }
    }

    @Test
    void refusesAnEmptyList() {
        assertThatIllegalArgumentException().isThrownBy(() -> PickLists.pdf(sheet(List.of())));
    }

    @Test
    void samplesAreKeptForLooking() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "print"));
        Files.write(folder.resolve("pick-list.pdf"), PickLists.pdf(sheet(tea())));
        assertThat(folder.resolve("pick-list.pdf")).isNotEmptyFile();
    }

    private static PickListSheet sheet(List<Row> rows) {
        return new PickListSheet("PL-1503", "上海嘉定仓 · A–C 区", 11, rows, "吴桂芳", NOW);
    }

    private static List<Row> tea() {
        return List.of(
                row("A-03-12", "武夷正山小种", "特级 250g", "TEA-ZSXZ-250", "6901234500149", slots(7, 2, 2, 1, 5, 3)),
                row("A-04-02", "盖碗 150ml", "青釉", "CUP-GW-150", "6901234500217", slots(7, 1, 9, 2)),
                row("A-07-05", "桂花乌龙 冷泡袋", "30 包", "TEA-GHWL-30", "6901234500361", slots(1, 1, 3, 2, 4, 1, 11, 1)),
                row("A-11-01", "茶针 黄铜（赠品）", null, "GIFT-CZ-01", "6901234500330", slots(7, 1, 2, 1)),
                row("B-01-08", "速溶黑咖啡", "40 条装", "COF-HK-40", "6901234501024", slots(6, 1, 8, 2)),
                row("B-02-03", "高山绿茶 袋泡", "50 包", "TEA-LC-50", "6901234500415", slots(6, 1, 10, 3)),
                row("B-06-11", "手工玻璃公道杯", "300ml", "CUP-GD-300", "6901234500286", slots(9, 1)),
                row("C-02-04", "老白茶饼 2019 福鼎", "350g", "TEA-LBC-350", "6901234500508", slots(4, 1, 11, 1)),
                row("C-05-09", "茶席布 亚麻", "30×180cm", "TEX-CX-180", null, slots(5, 1)));
    }

    private static Row row(
            String bin,
            String name,
            @org.jspecify.annotations.Nullable String spec,
            String code,
            @org.jspecify.annotations.Nullable String barcode,
            List<Slot> slots) {
        int pieces = slots.stream().mapToInt(Slot::quantity).sum();
        return new Row(bin, name, spec, code, barcode, pieces, slots);
    }

    private static List<Slot> slots(int... boxAndPieces) {
        return IntStream.range(0, boxAndPieces.length / 2)
                .mapToObj(i -> new Slot(Integer.toString(boxAndPieces[2 * i]), boxAndPieces[2 * i + 1]))
                .toList();
    }
}
