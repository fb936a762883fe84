package com.dingshu.catalog.ui;

import com.dingshu.audit.ui.HistoryPanel.FieldWords;
import com.dingshu.catalog.SkuInfo;
import com.dingshu.catalog.SkuType;
import com.dingshu.shared.Money;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Texts;
import com.vaadin.flow.component.UI;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a SKU's fields are said, the same in the list, the pane and the history. */
@Component
class SkuWords {

    /** What follows from other fields. */
    private static final Set<String> SILENT = Set.of("currency");

    private final Texts texts;
    private final Formats formats;

    SkuWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    String say(String key, Object... args) {
        return texts.in(locale(), key, args);
    }

    Formats formats() {
        return formats;
    }

    String type(SkuType type) {
        return say("catalog.type." + type);
    }

    String money(long minor, String currency) {
        return formats.money(new Money(minor, currency));
    }

    String barcodes(SkuInfo sku) {
        return switch (sku.barcodes().size()) {
            case 0 -> "";
            case 1 -> sku.barcodes().getFirst();
            default -> sku.barcodes().getFirst() + " +" + (sku.barcodes().size() - 1);
        };
    }

    /** 2.5 for 250 hundredths of a percent. */
    static String percent(int times100) {
        return BigDecimal.valueOf(times100, 2).stripTrailingZeros().toPlainString();
    }

    String buffer(@Nullable Integer percentTimes100) {
        return percentTimes100 == null ? say("catalog.buffer.usual") : percent(percentTimes100) + "%";
    }

    String count(@Nullable Integer pieces) {
        return pieces == null ? "" : formats.count(pieces);
    }

    FieldWords history(SkuInfo sku, List<ShopInfo> shops) {
        return new FieldWords() {
            @Override
            public String field(String field) {
                return SILENT.contains(field) ? "" : say("catalog.field." + field);
            }

            @Override
            public String value(String field, String stored) {
                return switch (field) {
                    case "type" -> type(SkuType.valueOf(stored));
                    case "active" -> say("catalog.active." + stored);
                    case "bufferRoundsUp" -> say("catalog.rounds." + stored);
                    case "priceMinor", "costMinor" -> money(Long.parseLong(stored), sku.currency());
                    case "bufferPercentTimes100" -> buffer(Integer.valueOf(stored));
                    case "item" -> item(stored, shops);
                    default -> stored;
                };
            }
        };
    }

    private static String item(String stored, List<ShopInfo> shops) {
        int blank = stored.indexOf(' ');
        UUID shop = UUID.fromString(stored.substring(0, blank));
        String name = shops.stream()
                .filter(known -> known.id().equals(shop))
                .map(ShopInfo::name)
                .findFirst()
                .orElse("–");
        return name + " " + stored.substring(blank + 1);
    }

    private static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Texts.CHINESE : ui.getLocale();
    }
}
