package com.dingshu.shipping.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dingshu.shipping.print.LabelSheet.Item;
import com.dingshu.shipping.print.LabelSheet.Party;
import com.dingshu.shipping.print.LabelSheet.Routing;
import com.google.zxing.BarcodeFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

    private static final String STATUS = "https://orders.example.com/s/t/4fJm2vXq9cRk7TzYwLb1Ng";
    private static final Party SENDER = new Party("青禾优品 上海嘉定仓", "021-5950 8800", "上海市 嘉定区 安亭镇 园汽路 88 号 3 库");

    @Test
    void carriesEveryCharacterOfTheAddressAndTheFacts() throws Exception {
        try (Printed label = printed(label("SF1630725514417", receiver("上海市 浦东新区 川沙新镇 云栖路 560 号 云栖酒店 2 号楼 1208")))) {
            assertThat(squeezed(label.text(1)))
                    .contains("顺丰标快", "021W", "-755-HB07", "SF1630725514417")
                    .contains("上海市浦东新区川沙新镇云栖路560号云栖酒店2号楼1208")
                    .contains("青禾优品上海嘉定仓", "021-59508800", "上海市嘉定区安亭镇园汽路88号3库")
                    .contains("261121-8799", "1/2", "0.62kg", "TEA-ZSXZ-250×2", "GIFT-CZ-01×1")
                    .contains("扫码查物流", "2026-11-2114:41");
        }
    }

    @Test
    void masksTheReceiverButNotTheAddress() throws Exception {
        try (Printed label = printed(label("SF1630725514417", receiver("上海市 浦东新区 云栖路 560 号")))) {
            assertThat(label.text(1)).contains("陈*蓉").contains("139****0418");
            assertThat(squeezed(label.text(1))).doesNotContain("陈晓蓉").doesNotContain("13912340418");
        }
    }

    @ParameterizedTest
    @CsvSource({"SF1630725514417", "SF1400000000001", "JDVB00012345678", "78123456789012"})
    void barcodeAndQrCodeReadBackFromAThermalPrint(String waybillNo) throws Exception {
        try (Printed label = printed(label(waybillNo, receiver("上海市 浦东新区 云栖路 560 号")))) {
            assertThat(label.scan(1, BarcodeFormat.CODE_128)).isEqualTo(waybillNo);
            assertThat(label.scan(1, BarcodeFormat.QR_CODE)).isEqualTo(STATUS);
        }
    }

    @Test
    void isExactlyAsLargeAsTheThermalPaper() throws IOException {
        try (Printed label = printed(label("SF1630725514417", receiver("上海市 浦东新区")))) {
            float mm = 72f / 25.4f;
            assertThat(label.page(1).getMediaBox().getWidth() / mm).isBetween(75.9f, 76.1f);
            assertThat(label.page(1).getMediaBox().getHeight() / mm).isBetween(129.9f, 130.1f);
        }
    }

    @Test
    void printsThreeHundredLabelsIntoOneFileEachOnItsOwnPage() throws Exception {
        List<LabelSheet> sheets = IntStream.rangeClosed(1, 300)
                .mapToObj(i -> label("SF1630725514" + (100 + i), receiver("上海市 浦东新区 云栖路 " + i + " 号")))
                .toList();
        byte[] pdf = Labels.pdf(sheets);
        assertThat(pdf.length).isLessThan(2_000_000);
        try (Printed labels = new Printed(pdf)) {
            assertThat(labels.pages()).isEqualTo(300);
            assertThat(labels.text(300)).contains("300 号");
            assertThat(labels.scan(217, BarcodeFormat.CODE_128)).isEqualTo("SF1630725514317");
        }
    }

    @Test
    void aVeryLongAddressStaysCompleteByShrinking() throws Exception {
        String address = "内蒙古自治区 呼伦贝尔市 鄂伦春自治旗 大杨树镇 铁西街道 团结路与建设大街交叉口向北 260 米路西幸福家园小区三期 18 号楼 2 单元 1503 室 电梯厅左手边第二户";
        try (Printed label = printed(label("SF1630725514417", receiver(address)))) {
            assertThat(squeezed(label.text(1))).contains(squeezed(address));
        }
    }

    @Test
    void aCharacterTheTypefaceLacksShowsAsABoxInsteadOfVanishing() throws Exception {
        try (Printed label = printed(label("SF1630725514417", receiver("云栖路 560 号 🏠 后门")))) {
            assertThat(squeezed(label.text(1))).contains("560号□后门");
        }
    }

    @Test
    void aReprintSaysSo() throws Exception {
        LabelSheet first = label("SF1630725514417", receiver("上海市"));
        LabelSheet second = new LabelSheet(
                first.service(),
                null,
                first.waybillNo(),
                first.receiver(),
                first.sender(),
                first.orderNumber(),
                1,
                1,
                null,
                0,
                first.items(),
                null,
                first.printedAt(),
                2);
        try (Printed label = new Printed(Labels.pdf(List.of(first, second)))) {
            assertThat(label.text(1)).doesNotContain("次打印");
            assertThat(label.text(2)).contains("第 2 次打印");
        }
    }

    @Test
    void refusesAnEmptyStack() {
        assertThatIllegalArgumentException().isThrownBy(() -> Labels.pdf(List.of()));
    }

    @ParameterizedTest
    @CsvSource({"SF1630725514417,SF 1630 7255 1441 7", "JDVB00012345,JDVB 0001 2345", "12345678,1234 5678"})
    void readsOutTheWaybillNumberInGroups(String waybillNo, String grouped) {
        assertThat(Labels.grouped(waybillNo)).isEqualTo(grouped);
    }

    @Test
    void samplesAreKeptForLooking() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "print"));
        Files.write(
                folder.resolve("label.pdf"),
                Labels.pdf(List.of(label("SF1630725514417", receiver("上海市 浦东新区 川沙新镇 云栖路 560 号 云栖酒店 2 号楼 1208")))));
        assertThat(folder.resolve("label.pdf")).isNotEmptyFile();
    }

    private static Printed printed(LabelSheet sheet) throws IOException {
        return new Printed(Labels.pdf(List.of(sheet)));
    }

    private static Party receiver(String address) {
        return new Party("陈晓蓉", "13912340418", address);
    }

    private static LabelSheet label(String waybillNo, Party receiver) {
        return new LabelSheet(
                "顺丰标快",
                new Routing("021W", "-755-HB 07"),
                waybillNo,
                receiver,
                SENDER,
                "261121-8799",
                1,
                2,
                "PL-1503 · 7",
                620,
                List.of(new Item("TEA-ZSXZ-250", 2), new Item("GIFT-CZ-01", 1)),
                STATUS,
                ZonedDateTime.of(2026, 11, 21, 14, 41, 0, 0, ZoneId.of("Asia/Shanghai")),
                1);
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
