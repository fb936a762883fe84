package com.dingshu.channels.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.channels.SignVectors;
import com.dingshu.channels.csv.FileContent.Reason;
import com.dingshu.channels.csv.FileContent.Rows;
import com.dingshu.channels.csv.FileContent.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFilesTest {

    private static Rows rows(byte[] content) {
        FileContent file = OrderFiles.read(content, headings -> 0);
        assertThat(file).isInstanceOf(Rows.class);
        return (Rows) file;
    }

    private static Reason reason(byte[] content) {
        FileContent file = OrderFiles.read(content, headings -> 0);
        assertThat(file).isInstanceOf(Unreadable.class);
        return ((Unreadable) file).reason();
    }

    @ParameterizedTest
    @CsvSource({"orders_utf8_bom.csv, UTF-8 BOM", "orders_gb18030.csv, GB18030"})
    void readsTheSamplesInBothEncodings(String name, String encoding) {
        Rows file = rows(SignVectors.bytes("csv/" + name));
        assertThat(file.encoding()).isEqualTo(encoding);
        assertThat(file.rows()).hasSize(3);
        assertThat(file.headings()).startsWith("平台", "店铺", "订单编号");
        assertThat(file.rows().getFirst().cells())
                .containsEntry("订单编号", "=\"4312889922001234567\"")
                .containsEntry("详细地址", "文一西路1号, 2幢")
                .containsEntry("单价", "¥59.00")
                .doesNotContainKey("卖家备注");
        assertThat(file.rows().getLast().cells())
                .containsEntry("详细地址", "仓前街道\n3号")
                .containsEntry("商品名称", "PPSU \"奶瓶\" 240ml");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "GBK", "GB18030", "UTF-16LE"})
    void tellsEncodingsApart(String encoding) {
        String text = "订单号,收货人,商品编码,数量,单价,下单时间\n1,张三丰,茶叶礼盒,1,5.00,2026-01-01\n";
        String marked = encoding.startsWith("UTF-16") ? "\uFEFF" + text : text;
        assertThat(rows(marked.getBytes(Charset.forName(encoding)))
                        .rows()
                        .getFirst()
                        .cells())
                .containsEntry("收货人", "张三丰");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"a;b;c!;", "a\tb\tc!\t"})
    void findsTheDelimiter(String headings, String delimiter) {
        String d = headings.substring(1, 2);
        assertThat(rows((headings + "\n1" + d + "2" + d + "3\n").getBytes(StandardCharsets.UTF_8))
                        .rows()
                        .getFirst()
                        .cells())
                .hasSize(3);
    }

    @Test
    void readsShortAndEmptyRowsAsTheyAre() {
        Rows file = rows("a,b,c\n1\n\n,,\n1,2,3,4\n".getBytes(StandardCharsets.UTF_8));
        assertThat(file.rows()).hasSize(2);
        assertThat(file.rows().getFirst().cells()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoTable() throws IOException {
        assertThat(reason(new byte[0])).isEqualTo(Reason.EMPTY);
        assertThat(reason("   \n".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.EMPTY);
        assertThat(reason("a,b\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.EMPTY);
        assertThat(reason("one\n1\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.NO_HEADINGS);
        assertThat(reason(new byte[] {0, 1, 2, 0, 5})).isEqualTo(Reason.NOT_TEXT);
        assertThat(reason(new byte[] {'P', 'K', 3, 4, 9, 9})).isEqualTo(Reason.DAMAGED);
        assertThat(reason(bomb())).isEqualTo(Reason.TOO_LARGE);
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1_000_000];
            for (int i = 0; i < 50; i++) {
                zip.write(zeros);
            }
        }
        return out.toByteArray();
    }

    @Test
    void readsAWorkbookWithItsDatesAndShowsWhichNumbersAreRounded() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("orders");
            String[] headings = {"订单号", "子订单号", "数量", "单价", "下单时间"};
            for (int i = 0; i < headings.length; i++) {
                sheet.value(0, i, headings[i]);
            }
            sheet.value(1, 0, 4312889922001234567L);
            sheet.value(1, 1, "4312889922001234568");
            sheet.value(1, 2, 2);
            sheet.value(1, 3, 59.5);
            sheet.value(1, 4, LocalDateTime.of(2026, 1, 4, 19, 58, 12));
            sheet.style(1, 4).format("yyyy-mm-dd hh:mm:ss").set();
        }
        assertThat(rows(out.toByteArray()).rows().getFirst().cells())
                .containsEntry("订单号", "4.31289E+18")
                .containsEntry("子订单号", "4312889922001234568")
                .containsEntry("数量", "2")
                .containsEntry("单价", "59.5")
                .containsEntry("下单时间", "2026-01-04 19:58:12");
    }
}
