package com.dingshu.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+86", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "\u0000=1"})
    void keepsTextFromBecomingAFormula(String text) {
        assertThat(Sheets.plain(text)).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "龙井", "a=b", "1-2", "138****8207", "−2"})
    void leavesOtherTextAsItIs(String text) {
        assertThat(Sheets.plain(text)).isEqualTo(text);
    }

    @Test
    void writesNumbersAndTimesAsTheyAre() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var table = Sheets.csv(out, List.of("金额", "时间", "空", "文字"))) {
            table.row(Arrays.asList(
                    new BigDecimal("-1286.00"), LocalDateTime.of(2026, 11, 21, 8, 5), null, "a,\"b\"\nc"));
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF金额,时间,空,文字\r\n-1286.00,2026-11-21 08:05:00,,\"a,\"\"b\"\"\nc\"\r\n");
    }
}
