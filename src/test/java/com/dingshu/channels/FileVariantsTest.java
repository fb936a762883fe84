package com.dingshu.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.channels.csv.FileContent;
import com.dingshu.channels.mapping.BuiltInMappings;
import com.dingshu.channels.mapping.MapContext;
import com.dingshu.channels.mapping.Mapping;
import com.dingshu.channels.mapping.MappingResult;
import com.dingshu.channels.mapping.OrderDraft;
import com.dingshu.channels.mapping.Problem;
import com.dingshu.channels.mapping.Variant;
import com.dingshu.tenancy.ShopInfo;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Files of the kinds that back offices and spreadsheets make, each with what becomes of every order in it. */
class FileVariantsTest {

    private static final Mapping FILE = Mapping.parse(BuiltInMappings.document("file"));
    private static final ShopInfo SHOP =
            new ShopInfo(UUID.randomUUID(), "file", "线下", "offline", "CNY", true, Duration.ofMinutes(15));

    static Stream<Variant> variants() {
        return Variant.of("file").stream();
    }

    private static byte[] content(JsonNode file) {
        return file.has("sheets")
                ? Sheets.workbook(file.path("sheets").values().stream().toList())
                : file.path("text")
                        .asString()
                        .getBytes(Charset.forName(file.path("encoding").asString("UTF-8")));
    }

    private static List<String> told(byte[] content) {
        return switch (OrderGroups.read(content, FILE)) {
            case FileContent.Unreadable(FileContent.Reason reason, String detail) -> List.of(reason.name());
            case FileContent.Rows rows -> {
                List<String> told = new ArrayList<>();
                OrderGroups.of(rows, FILE, SHOP, List.of(SHOP)).forEach(group -> told.add(told(group)));
                yield told;
            }
        };
    }

    private static String told(OrderGroups.Group group) {
        return switch (FILE.map(group.payload(), new MapContext("CNY", Map.of(), ""))) {
            case MappingResult.Mapped(OrderDraft draft) -> order(draft);
            case MappingResult.Unmappable unmappable -> {
                Problem problem = unmappable.first();
                yield "row " + group.rows().getFirst().number() + " " + problem.kind() + " " + problem.field();
            }
        };
    }

    private static String order(OrderDraft draft) {
        return draft.channelOrderNo() + " " + draft.status() + " due "
                + draft.amounts().amountDueMinor() + " at " + draft.orderedAt() + ": "
                + draft.lines().stream()
                        .map(line -> line.quantity() + " x " + line.itemKey() + " @ " + line.unitPriceMinor())
                        .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void hasItsOneRightAnswer(Variant variant) {
        assertThat(variant.file().path("source").asString()).isNotBlank();
        assertThat(told(content(variant.file())))
                .as("%s: %s", variant, variant.file().path("about").asString())
                .isEqualTo(variant.file().path("expect").values().stream()
                        .map(JsonNode::asString)
                        .toList());
    }

    @Test
    void thereAreManyOfThem() {
        assertThat(Variant.of("file")).hasSizeGreaterThanOrEqualTo(15);
    }
}
