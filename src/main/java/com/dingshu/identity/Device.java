package com.dingshu.identity;

import java.util.List;

/** Says in a few words which browser, on what and from where; the long text that browsers send is of no use to people. */
public final class Device {

    private static final List<String[]> BROWSERS = List.of(
            new String[] {"MicroMessenger/", "WeChat"},
            new String[] {"DingTalk/", "DingTalk"},
            new String[] {"Edg/", "Edge"},
            new String[] {"OPR/", "Opera"},
            new String[] {"Firefox/", "Firefox"},
            new String[] {"Chrome/", "Chrome"},
            new String[] {"Version/", "Safari"});

    private static final List<String[]> SYSTEMS = List.of(
            new String[] {"iPhone", "iPhone"},
            new String[] {"iPad", "iPad"},
            new String[] {"Android", "Android"},
            new String[] {"Windows", "Windows"},
            new String[] {"Mac OS X", "macOS"},
            new String[] {"CrOS", "ChromeOS"},
            new String[] {"Linux", "Linux"});

    private static final int SHOWN = 40;

    private Device() {}

    /** For example {@code Chrome 140 · Windows · 203.0.113.7}. */
    public static String describe(String userAgent, String address) {
        String browser = browser(userAgent);
        String system = named(userAgent, SYSTEMS);
        String place = system.isEmpty() ? address : system + " · " + address;
        return browser.isEmpty() ? place : browser + " · " + place;
    }

    private static String browser(String userAgent) {
        for (String[] known : BROWSERS) {
            int at = userAgent.indexOf(known[0]);
            if (at >= 0) {
                return (known[1] + " " + number(userAgent.substring(at + known[0].length()))).strip();
            }
        }
        String plain = userAgent.replaceAll("[^\\p{L}\\p{N} ./_-]", "").strip();
        return plain.substring(0, Math.min(SHOWN, plain.length()));
    }

    private static String number(String text) {
        int end = 0;
        while (end < text.length() && end < 4 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    private static String named(String userAgent, List<String[]> names) {
        return names.stream()
                .filter(known -> userAgent.contains(known[0]))
                .map(known -> known[1])
                .findFirst()
                .orElse("");
    }
}
