package com.dingshu.channels.ui;

import com.dingshu.channels.FileRow;
import com.dingshu.channels.InboxReason;
import com.dingshu.channels.InboxSummary;
import com.dingshu.channels.ShopSync;
import com.dingshu.channels.mapping.MappingFault;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Texts;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in words what payloads, reasons and fields are. Never a platform's or the product's own code alone. */
@Component
class ChannelWords {

    /** What has to be done about a payload. */
    enum Fix {
        /** Map an item to a SKU. */
        ITEM,
        /** Change the mapping. */
        MAPPING,
        /** Have the data put right where it comes from, or run it again. */
        DATA,
        /** Run it again once the platform answers. */
        AGAIN
    }

    private static final Pattern LINE = Pattern.compile("lines\\[(\\d+)]\\.(.*)");
    private static final Set<String> OF_THE_MAPPING =
            Set.of("TYPE_CHANGED", "UNKNOWN_VALUE", "EXPRESSION", "NO_ORDER", "MISSING", "BAD_VALUE");

    private final Texts texts;
    private final Formats formats;
    private final Shops shops;

    ChannelWords(Texts texts, Formats formats, Shops shops) {
        this.texts = texts;
        this.formats = formats;
        this.shops = shops;
    }

    /** Why a mapping cannot be used, for the field it was written into. */
    String wrong(MappingFault fault) {
        return say(
                "channels.mappings.wrong",
                say(fault.kind().key(), fault.details().toArray()));
    }

    String say(String key, Object... args) {
        return texts.in(locale(), key, args);
    }

    private boolean says(String key) {
        return !say(key).equals(key);
    }

    private static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Texts.CHINESE : ui.getLocale();
    }

    Formats formats() {
        return formats;
    }

    List<ShopInfo> shops() {
        return shops.all();
    }

    String shop(UUID id) {
        return shops.byId(id).map(ShopInfo::name).orElse("–");
    }

    String currency(UUID shopId) {
        return shops.byId(shopId).map(ShopInfo::currency).orElse("CNY");
    }

    String channel(String channel) {
        String key = "channels.channel." + channel;
        return says(key) ? say(key) : channel;
    }

    /** A field by its name, a line's with its number: 第 1 行 数量. */
    String field(String field) {
        Matcher line = LINE.matcher(field);
        return line.matches()
                ? say("channels.line", Integer.parseInt(line.group(1)) + 1) + " " + plain(line.group(2))
                : plain(field.startsWith("lines.") ? field.substring("lines.".length()) : field);
    }

    private String plain(String field) {
        String key = "channels.field." + field;
        return says(key) ? say(key) : field.startsWith("ext.") ? field.substring("ext.".length()) : field;
    }

    String problem(@Nullable String kind, @Nullable String field, @Nullable String detail) {
        return kind == null
                ? ""
                : say("channels.problem." + kind, field == null ? "" : field(field), detail == null ? "" : detail);
    }

    /** What is wrong with a row of a file; a row that is an order of its own needs no number of a line. */
    String problemInFile(FileRow row) {
        String field = row.problemField();
        return problem(
                row.problemKind(),
                field != null && field.startsWith("lines[0].") ? field.substring("lines[0].".length()) : field,
                row.problemDetail());
    }

    /** The reason in a few words, for a list or a filter. */
    String reason(InboxReason reason) {
        return problem(reason.problemKind(), reason.problemField(), "…");
    }

    static Fix fix(@Nullable String kind) {
        if ("UNMAPPED_ITEM".equals(kind)) {
            return Fix.ITEM;
        }
        if ("NO_DETAIL".equals(kind)) {
            return Fix.AGAIN;
        }
        return kind != null && OF_THE_MAPPING.contains(kind) ? Fix.MAPPING : Fix.DATA;
    }

    /** What to do about it, in one sentence. */
    String remedy(@Nullable String kind) {
        String own = "channels.remedy." + kind;
        return says(own) ? say(own) : say("channels.remedy." + fix(kind));
    }

    /** The same for a row of a file. */
    String remedyInFile(@Nullable String kind) {
        String own = "channels.remedy.file." + kind;
        return says(own) ? say(own) : say("channels.remedy.file");
    }

    /** A row's heading: why it waits, or where it has got to. */
    String heading(InboxSummary row) {
        return row.problemKind() != null && row.state().needsRepair()
                ? problem(row.problemKind(), row.problemField(), row.problemDetail())
                : say("channels.state." + row.state());
    }

    String number(InboxSummary row) {
        return row.externalId().isEmpty() ? say("channels.no-number") : row.externalId();
    }

    /** The tag of a row that is no order yet; empty when there is nothing to say. */
    String tag(InboxSummary row) {
        return switch (row.state()) {
            case REJECTED -> say("channels.tag." + fix(row.problemKind()));
            case FAILED ->
                row.nextAt() == null
                        ? say("channels.tag.failed", row.attempts())
                        : say(
                                "channels.tag.failed.again",
                                row.attempts(),
                                formats.time(Objects.requireNonNull(row.nextAt())));
            case DEAD -> say("channels.tag.dead", row.attempts());
            case RECEIVED, MAPPED -> say("channels.tag.working");
            case DISCARDED -> say("channels.tag.discarded");
            case APPLIED, DUPLICATE, SUPERSEDED, REPLAYED -> "";
        };
    }

    Marks.Tone tone(InboxSummary row) {
        return switch (row.state()) {
            case REJECTED -> fix(row.problemKind()) == Fix.MAPPING ? Marks.Tone.RED : Marks.Tone.AMBER;
            case FAILED -> Marks.Tone.AMBER;
            case DEAD -> Marks.Tone.RED;
            case RECEIVED, MAPPED -> Marks.Tone.BLUE;
            case DISCARDED, APPLIED, DUPLICATE, SUPERSEDED, REPLAYED -> Marks.Tone.GREY;
        };
    }

    // ---------- shops ----------

    String time(@Nullable Instant at) {
        return at == null ? "–" : formats.time(at);
    }

    /** How a shop's orders come in, in one word. */
    String state(ShopSync shop) {
        if (!shop.connected()) {
            return say(shop.shop().channel().equals("file") ? "channels.shops.files" : "channels.shops.open");
        }
        if (shop.failures() > 0) {
            return say("channels.shops.failing", shop.failures());
        }
        return say(shop.pulls() ? "channels.shops.running" : "channels.shops.paused");
    }

    Marks.Tone tone(ShopSync shop) {
        if (!shop.connected()) {
            return Marks.Tone.GREY;
        }
        if (shop.failures() > 0) {
            return Marks.Tone.RED;
        }
        return shop.pulls() ? Marks.Tone.GREEN : Marks.Tone.AMBER;
    }

    /** What the last pull failed for, in words; empty when it did not. */
    String trouble(ShopSync shop) {
        String problem = shop.problem().toLowerCase(Locale.ROOT);
        if (problem.isEmpty()) {
            return "";
        }
        if (problem.contains("session") || problem.contains("token")) {
            return say("channels.shops.trouble.token");
        }
        if (problem.contains("sign") || problem.contains("app")) {
            return say("channels.shops.trouble.credentials");
        }
        return say("channels.shops.trouble.other");
    }
}
