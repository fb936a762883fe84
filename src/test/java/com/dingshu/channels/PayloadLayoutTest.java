package com.dingshu.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.channels.mapping.BuiltInMappings;
import com.dingshu.channels.mapping.Mapping;
import com.dingshu.channels.mapping.Payload;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadLayoutTest {

    private static final Mapping FILE = Mapping.parse(BuiltInMappings.document("file"));
    private static final String SHOPIFY = BuiltInMappings.document("shopify");

    private static Map<String, String> shown(Mapping mapping, String json) {
        Object content = Payload.MAPPER.readValue(json, Object.class);
        return PayloadLayout.of(content, Set.of(), mapping.contacts(), Payload.MAPPER).stream()
                .filter(line -> !line.key().isEmpty())
                .collect(Collectors.toMap(
                        PayloadLine::key, line -> line.value().replaceAll(",$", ""), (first, again) -> first));
    }

    @Test
    void everyHeadingThatIsReadAsContactDataIsHidden() {
        Map<String, String> shown = shown(FILE, """
                {"Name": "陈晓蓉", "Phone": "0571-88001234", "收件人手机": "13800138000", "备注": "放门卫", "SKU": "TEA-1",
                 "lines": [{"Name": "陈晓蓉", "品名": "单丛"}]}""");
        assertThat(shown)
                .containsEntry("Name", "\"陈***\"")
                .containsEntry("Phone", "\"0***\"")
                .containsEntry("收件人手机", "\"1***\"")
                .containsEntry("备注", "\"放***\"")
                .containsEntry("SKU", "\"TEA-1\"")
                .containsEntry("品名", "\"单丛\"");
        assertThat(shown.toString()).doesNotContain("晓蓉", "8800", "13800");
    }

    @Test
    void aNumberIsHiddenAsATextIs() {
        Map<String, String> shown = shown(FILE, """
                {"手机": 13800138000, "other": 13800138000, "exact": 13800138000.0, "id": 6930504568556819833, "数量": 3}""");
        assertThat(shown)
                .containsEntry("手机", "\"***\"")
                .containsEntry("other", "\"***8000\"")
                .containsEntry("id", "6930504568556819833")
                .containsEntry("数量", "3");
        assertThat(shown.get("exact")).doesNotContain("13800138000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deliver.to.who",
                "[absent, deliver.to.who]",
                "$$.deliver.to.who",
                "'deliver.to.(salutation & \" \" & who)'",
                "'$uppercase(deliver.to.who)'",
                "'$root.deliver.to.who'",
                "deliver.to",
            })
    void whatAMerchantsOwnMappingReadsAsContactDataIsHidden(String source) {
        Mapping own = Mapping.parse(SHOPIFY.replace("customerName: shipping_address.name", "customerName: " + source));
        Map<String, String> shown = shown(own, """
                {"deliver": {"to": {"who": "陈晓蓉"}, "slot": "morning"}, "line_items": [{"name": "Tea", "title": "Tea"}]}""");
        assertThat(shown)
                .containsEntry("who", "\"陈***\"")
                .containsEntry("slot", "\"morning\"")
                .containsEntry("title", "\"Tea\"")
                .containsEntry("name", "\"Tea\"");
    }

    @Test
    void starsInANoteAreNoMaskOfThePlatform() {
        assertThat(shown(FILE, "{\"备注\": \"*加急* 送到文一西路1号3幢501室给陈晓蓉\", \"收货人\": \"陈**\"}"))
                .containsEntry("备注", "\"****\"")
                .containsEntry("收货人", "\"陈**\"");
    }
}
