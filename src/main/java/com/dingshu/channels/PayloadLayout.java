package com.dingshu.channels;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lays a payload out line by line and, unless it is to be revealed, masks what is contact data: by the names platforms give
 * it, and whatever looks like a telephone number or mail address wherever it stands.
 */
final class PayloadLayout {

    private static final int MOST_LINES = 3_000;
    private static final int LONGEST_TEXT = 240;
    private static final Pattern NUMBER =
            Pattern.compile("(?<!\\d)(\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]+");
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
    private final boolean revealed;
    private final List<PayloadLine> lines = new ArrayList<>();

    private PayloadLayout(JsonMapper json, Set<String> faulty, boolean revealed) {
        this.json = json;
        this.faulty = faulty;
        this.revealed = revealed;
    }

    /**
     * @param content a payload that was read
     * @param faulty paths the mapping stumbles over
     */
    static List<PayloadLine> of(Object content, Set<String> faulty, boolean revealed, JsonMapper json) {
        PayloadLayout layout = new PayloadLayout(json, faulty, revealed);
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
            line(depth, key, shown(parent, key, value) + comma, path);
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

    private String shown(String parent, String key, @Nullable Object value) {
        if (!(value instanceof String text)) {
            return json.writeValueAsString(value);
        }
        String safe = revealed ? text : isPersonal(parent, key) ? masked(text) : withoutContacts(text);
        return json.writeValueAsString(safe.length() > LONGEST_TEXT ? safe.substring(0, LONGEST_TEXT) + "…" : safe);
    }

    private static boolean isPersonal(String parent, String key) {
        return PERSONAL.contains(key.toLowerCase(Locale.ROOT))
                || PERSONAL_PARENTS.contains(parent) && (key.equals("name") || key.equals("id"));
    }

    private static String masked(String text) {
        return text.isBlank() || text.contains("*") ? text : text.substring(0, text.offsetByCodePoints(0, 1)) + "***";
    }

    private static String withoutContacts(String text) {
        return MAIL.matcher(NUMBER.matcher(text).replaceAll(PayloadLayout::shortened))
                .replaceAll("***@***");
    }

    private static String shortened(MatchResult number) {
        String digits = number.group();
        return Matcher.quoteReplacement("***" + digits.substring(digits.length() - 4));
    }
}
