package com.dingshu.channels.mapping;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The signs of currencies around an amount in a spreadsheet. */
final class Currencies {

    private static final Pattern SIGNED = Pattern.compile(
            "(?i)(-?)\\s*(¥|￥|RMB|CN¥|US\\$|HK\\$|NT\\$|\\$|€|£|[A-Z]{3})?\\s*(-?[\\d.,]+)\\s*(元|圆|[A-Z]{3})?");
    private static final List<String> DOLLARS = List.of("USD", "HKD", "TWD", "AUD", "CAD", "SGD", "NZD");

    private Currencies() {}

    /**
     * The figure without the signs around it; as it is when one of them is of another currency, so that the figure is not
     * taken for one.
     */
    static String withoutSign(String text, String currency) {
        Matcher parts = SIGNED.matcher(text);
        if (!parts.matches() || !isOf(parts.group(2), currency) || !isOf(parts.group(4), currency)) {
            return text;
        }
        return parts.group(1) + parts.group(3);
    }

    private static boolean isOf(@Nullable String sign, String currency) {
        if (sign == null) {
            return true;
        }
        return switch (sign.toUpperCase(Locale.ROOT)) {
            case "¥", "￥" -> currency.equals("CNY") || currency.equals("JPY");
            case "RMB", "CN¥", "元", "圆" -> currency.equals("CNY");
            case "US$" -> currency.equals("USD");
            case "HK$" -> currency.equals("HKD");
            case "NT$" -> currency.equals("TWD");
            case "$" -> DOLLARS.contains(currency);
            case "€" -> currency.equals("EUR");
            case "£" -> currency.equals("GBP");
            default -> sign.equalsIgnoreCase(currency);
        };
    }
}
