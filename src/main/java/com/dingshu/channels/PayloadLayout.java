package com.dingshu.channels;

import com.dingshu.channels.mapping.ContactPaths;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lays a payload out line by line and, unless it is to be revealed, masks what is contact data: what the mappings
 * read as such, the names platforms give it, and whatever looks like a telephone number or mail address wherever it stands.
 */
final class PayloadLayout {

    private static final int MOST_LINES = 3_000;
    private static final int LONGEST_TEXT = 240;
    private static final Set<String> PERSONAL = Set.of(
            "receiver_name",
            "receiver_mobile",
            "receiver_phone",
            "receiver_address",
            "receiver_town",
            "receiver_zip",
            "buyer_nick",
            "buyer_message",
            "buyer_words",
            "seller_memo",
            "seller_words",
            "note",
            "email",
            "contact_email",
            "phone",
            "mobile",
            "first_name",
            "last_name",
            "address1",
            "address2",
            "zip",
            "latitude",
            "longitude",
            "company",
            "post_receiver",
            "post_tel",
            "mask_post_receiver",
            "mask_post_tel",
            "detail",
            "user_nick_name",
            "收货人",
            "收件人",
            "收货人姓名",
            "收件人姓名",
            "手机号",
            "手机",
            "联系手机",
            "收货人手机",
            "收件人手机",
            "电话",
            "联系电话",
            "详细地址",
            "收货地址",
            "收件地址",
            "地址",
            "买家昵称",
            "买家会员名",
            "买家",
            "买家留言",
            "卖家备注",
            "邮编",
            "邮政编码",
            "receiver",
            "receiverphone",
            "consigneemobile",
            "consignee_mobile",
            "address",
            "buyer",
            "postcode");
    private static final Set<String> PERSONAL_PARENTS =
            Set.of("shipping_address", "billing_address", "default_address", "customer");

    private final JsonMapper json;
    private final Set<String> faulty;
    private final @Nullable ContactPaths hidden;
    private final List<PayloadLine> lines = new ArrayList<>();

    private PayloadLayout(JsonMapper json, Set<String> faulty, @Nullable ContactPaths hidden) {
        this.json = json;
        this.faulty = faulty;
        this.hidden = hidden;
    }

    /**
     * @param content a payload that was read
     * @param faulty paths the mapping stumbles over
     * @param hidden what the mappings read as contact data
     */
    static List<PayloadLine> of(Object content, Set<String> faulty, ContactPaths hidden, JsonMapper json) {
        return laidOut(new PayloadLayout(json, faulty, hidden), content);
    }

    /** The same with nothing hidden. */
    static List<PayloadLine> inClear(Object content, JsonMapper json) {
        return laidOut(new PayloadLayout(json, Set.of(), null), content);
    }

    private static List<PayloadLine> laidOut(PayloadLayout layout, Object content) {
        layout.value("", "", "", content, 0, "");
        return layout.lines;
    }

    private void value(String path, String parent, String key, @Nullable Object value, int depth, String comma) {
        if (lines.size() >= MOST_LINES) {
            return;
        }
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            line(depth, key, "{", path);
            fields(path, key.isEmpty() ? parent : key, map, depth + 1);
            line(depth, "", "}" + comma, path);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            line(depth, key, "[", path);
            elements(path, key, list, depth + 1);
            line(depth, "", "]" + comma, path);
        } else {
            line(depth, key, shown(path, parent, key, value) + comma, path);
        }
    }

    private void fields(String path, String parent, Map<?, ?> map, int depth) {
        for (Iterator<? extends Map.Entry<?, ?>> all = map.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<?, ?> field = all.next();
            String name = String.valueOf(field.getKey());
            String below = path.isEmpty() ? name : path + "." + name;
            value(below, parent, name, field.getValue(), depth, all.hasNext() ? "," : "");
        }
    }

    private void elements(String path, String key, List<?> list, int depth) {
        for (int i = 0; i < list.size(); i++) {
            value(path + "[" + i + "]", key, "", list.get(i), depth, i < list.size() - 1 ? "," : "");
        }
    }

    private void line(int depth, String key, String value, String path) {
        lines.add(new PayloadLine(depth, key, value, isFaulty(path)));
    }

    private boolean isFaulty(String path) {
        return faulty.stream()
                .anyMatch(bad -> path.equals(bad) || path.startsWith(bad + ".") || path.startsWith(bad + "["));
    }

    private String shown(String path, String parent, String key, @Nullable Object value) {
        @Nullable Object safe = hidden == null ? value : safe(hidden.covers(path) || isPersonal(parent, key), value);
        return json.writeValueAsString(
                safe instanceof String text && text.length() > LONGEST_TEXT
                        ? text.substring(0, LONGEST_TEXT) + "…"
                        : safe);
    }

    private static @Nullable Object safe(boolean personal, @Nullable Object value) {
        return switch (value) {
            case String text -> personal ? Masks.text(text) : Masks.withoutContacts(text);
            case Number number -> personal ? "***" : withoutContacts(number);
            case null, default -> value;
        };
    }

    private static Object withoutContacts(Number number) {
        String digits = new BigDecimal(number.toString()).toPlainString();
        String safe = Masks.withoutContacts(digits);
        return safe.equals(digits) ? number : safe;
    }

    private static boolean isPersonal(String parent, String key) {
        return PERSONAL.contains(key.toLowerCase(Locale.ROOT))
                || PERSONAL_PARENTS.contains(parent) && (key.equals("name") || key.equals("id"));
    }
}
