package com.dingshu.uikit;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The words on screen, from {@code texts/<module>_zh.properties} and {@code _en.properties}. Chinese is written first and
 * is the default. Texts are message formats ({@code {0}}) in which an apostrophe is just an apostrophe. A key that does
 * not exist is shown as it is; a test keeps that from happening.
 */
@Component
public class Texts implements I18NProvider {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;

    private final Map<String, String> chinese = load("zh");
    private final Map<String, String> english = load("en");

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(CHINESE, ENGLISH);
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... args) {
        return in(locale, key, args);
    }

    /** The text of a key outside of screens: messages, paper, exports. */
    public String in(Locale locale, String key, Object... args) {
        String text = (english(locale) ? english : chinese).get(key);
        if (text == null) {
            return key;
        }
        return args.length == 0 ? text : format(text, locale).format(args);
    }

    /** Chinese for every language we do not speak. */
    public static boolean english(Locale locale) {
        return "en".equals(locale.getLanguage());
    }

    /** So that words are found however they are written: case and full width do not matter. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static MessageFormat format(String text, Locale locale) {
        return new MessageFormat(text.replace("'", "''"), locale);
    }

    private static Map<String, String> load(String language) {
        try {
            var texts = new HashMap<String, String>();
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:texts/*_" + language + ".properties")) {
                read(file).forEach((key, text) -> texts.put((String) key, (String) text));
            }
            return Map.copyOf(texts);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties read(Resource file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
