package com.dingshu.selfservice.web;

import com.dingshu.selfservice.EntryResult;
import com.dingshu.selfservice.Pass;
import com.dingshu.selfservice.StatusAccess.PendingCode;
import com.dingshu.selfservice.StatusLine;
import com.dingshu.selfservice.StatusOrder;
import com.dingshu.shipping.TrackingStatus;
import com.dingshu.uikit.Texts;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills the templates. */
@Component
class Pages {

    private static final List<String> STEPS = List.of("placed", "paid", "picking", "shipped", "done");

    private final Templates templates;
    private final StyleSheet style;
    private final Words words;

    Pages(Templates templates, StyleSheet style, Words words) {
        this.templates = templates;
        this.style = style;
        this.words = words;
    }

    /** Order number and four digits; what was typed stays, the digits do not. */
    String entry(Visit visit, String number, @Nullable EntryResult result) {
        Map<String, Object> page = page(visit, words.text(visit, "entry.title"));
        page.put("number", number);
        page.put("problem", problem(visit, "entry", result));
        page.put("bad", result instanceof EntryResult.Wrong);
        return templates.render("entry", page);
    }

    String phone(Visit visit, @Nullable String problemKey) {
        Map<String, Object> page = page(visit, words.text(visit, "phone.title"));
        page.put("problem", problemKey == null ? null : words.text(visit, problemKey));
        return templates.render("phone", page);
    }

    String code(Visit visit, String id, PendingCode pending, @Nullable EntryResult result) {
        Map<String, Object> page = page(visit, words.text(visit, "code.title"));
        page.put("id", id);
        page.put("lead", words.text(visit, "code.lead", pending.maskedPhone()));
        page.put("problem", problem(visit, "code", result));
        page.put("bad", result != null);
        page.put("over", result instanceof EntryResult.Locked);
        long wait = words.secondsUntil(pending.resendAt());
        page.put("wait", wait == 0 ? null : words.text(visit, "code.wait", wait));
        return templates.render("code", page);
    }

    /** The same for a link that was never given, is over, or was cut off on its way. */
    String expired(Visit visit) {
        return templates.render("expired", page(visit, words.text(visit, "expired.title")));
    }

    /** No merchant, so none of its signs. */
    String nothing(Locale locale) {
        return templates.render(
                "nothing",
                Map.of(
                        "lang", Texts.english(locale) ? "en" : "zh-CN",
                        "title", words.text(locale, "nothing.title"),
                        "lead", words.text(locale, "nothing.lead"),
                        "style", style.version()));
    }

    String orders(Visit visit, Pass pass, String maskedPhone, List<StatusLine> lines) {
        Map<String, Object> page = page(visit, words.text(visit, "orders.title"));
        page.put("lead", words.text(visit, "orders.lead", maskedPhone, words.minutesUntil(pass.expiresAt())));
        page.put("empty", lines.isEmpty());
        page.put("lines", lines.stream().map(line -> line(visit, line)).toList());
        return templates.render("orders", page);
    }

    String order(Visit visit, StatusOrder order, boolean amongOthers) {
        Map<String, Object> page = page(visit, words.text(visit, "order.title", order.number()));
        page.put("title", words.text(visit, "order.number", order.number()));
        page.put("headline", words.headline(visit, order.anchor(), order.tracking()));
        page.put("updated", words.text(visit, "order.updated", words.ago(visit, order.updatedAt())));
        page.put("expected", expected(visit, order));
        page.put("amongOthers", amongOthers);
        page.put("steps", steps(visit, order));
        page.put("carrier", carrier(visit, order));
        page.put("stops", order.stops().stream().map(stop -> stop(visit, stop)).toList());
        page.put("hasStops", !order.stops().isEmpty());
        page.put(
                "items",
                order.items().stream().map(item -> item(visit, order, item)).toList());
        page.put("freight", Words.money(order.freightMinor(), order.currency()));
        page.put("hasTax", order.taxMinor() != 0);
        page.put("tax", Words.money(order.taxMinor(), order.currency()));
        page.put("paidName", words.text(visit, order.paid() ? "order.paid" : "order.due"));
        page.put("paid", Words.money(order.paidMinor(), order.currency()));
        page.put("name", order.receiver().name());
        page.put("phone", order.receiver().phone());
        page.put("address", order.receiver().address());
        return templates.render("order", page);
    }

    /** When it leaves or arrives, where that is known. */
    private @Nullable String expected(Visit visit, StatusOrder order) {
        if (order.expectedAt() != null) {
            return words.text(visit, "order.arrives", words.time(visit, order.expectedAt()));
        }
        return order.leavesBy() == null ? null : words.text(visit, "order.leaves", words.time(visit, order.leavesBy()));
    }

    private Map<String, Object> page(Visit visit, String windowTitle) {
        Map<String, Object> page = new HashMap<>();
        page.put("t", (Mustache.Lambda) (fragment, out) ->
                out.write(escaped(words.text(visit, fragment.execute().strip()))));
        page.put("lang", visit.english() ? "en" : "zh-CN");
        page.put("otherLang", visit.english() ? "zh" : "en");
        page.put("otherLanguage", visit.english() ? "中文" : "English");
        page.put("windowTitle", windowTitle + " · " + visit.merchant().name());
        page.put("merchant", visit.merchant().name());
        page.put("sign", sign(visit.merchant().name()));
        page.put("base", visit.base());
        page.put("style", style.version());
        page.put("problem", null);
        page.put("bad", false);
        return page;
    }

    private @Nullable String problem(Visit visit, String form, @Nullable EntryResult result) {
        return switch (result) {
            case null -> null;
            case EntryResult.Wrong wrong -> words.text(visit, form + ".wrong", wrong.triesLeft());
            case EntryResult.Locked locked -> words.text(visit, form + ".locked");
            case EntryResult.TooMany tooMany -> words.text(visit, "too-many");
            case EntryResult.Open open -> null;
        };
    }

    private List<Map<String, Object>> steps(Visit visit, StatusOrder order) {
        int now = Words.step(order.anchor());
        List<Map<String, Object>> steps = new ArrayList<>();
        for (int i = 0; now >= 0 && i < STEPS.size(); i++) {
            Map<String, Object> step = new HashMap<>();
            step.put("text", words.text(visit, "step." + STEPS.get(i)));
            step.put("class", i < now ? "ok" : i == now ? "now" : "");
            step.put("current", i == now);
            steps.add(step);
        }
        return steps;
    }

    private String carrier(Visit visit, StatusOrder order) {
        if (order.carrier().isEmpty() || order.waybill().isEmpty()) {
            return "";
        }
        String name = order.carrier().equals("SF") ? words.text(visit, "carrier.sf") : order.carrier();
        return name + " " + order.waybill();
    }

    private Map<String, Object> stop(Visit visit, StatusOrder.Stop stop) {
        Map<String, Object> values = new HashMap<>();
        values.put("status", words.stop(visit, stop));
        values.put("text", stop.text());
        String time = words.time(visit, stop.at());
        values.put("when", stop.place().isEmpty() ? time : time + " · " + stop.place());
        return values;
    }

    private Map<String, Object> item(Visit visit, StatusOrder order, StatusOrder.Item item) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", item.name());
        List<String> about = new ArrayList<>();
        if (!item.spec().isBlank()) {
            about.add(item.spec());
        }
        about.add("× " + item.quantity());
        if (item.gift()) {
            about.add(words.text(visit, "order.gift"));
        }
        values.put("about", String.join(" · ", about));
        values.put("price", Words.money(item.payableMinor(), order.currency()));
        values.put("gift", item.gift());
        return values;
    }

    private Map<String, Object> line(Visit visit, StatusLine line) {
        Map<String, Object> values = new HashMap<>();
        values.put("number", line.number());
        values.put("headline", words.headline(visit, line.anchor(), line.tracking()));
        values.put("placed", words.time(visit, line.placedAt()));
        values.put("items", line.itemText());
        values.put("paid", Words.money(line.paidMinor(), line.currency()));
        values.put("quiet", Words.step(line.anchor()) < 0 || line.tracking() == TrackingStatus.DELIVERED);
        return values;
    }

    private static String sign(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }

    private static String escaped(String text) {
        return Escapers.HTML.escape(text);
    }
}
