package com.dingshu.shell;

import com.dingshu.uikit.Segment;
import com.dingshu.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.function.Function;

/** How a person wants the screens: in which language, light or dark. */
@org.springframework.stereotype.Component
class Appearance {

    private final Languages languages;

    Appearance(Languages languages) {
        this.languages = languages;
    }

    Component language() {
        var choices = new LinkedHashMap<Locale, String>();
        choices.put(Texts.CHINESE, "中文");
        choices.put(Texts.ENGLISH, "English");
        Locale now = Texts.english(UI.getCurrent().getLocale()) ? Texts.ENGLISH : Texts.CHINESE;
        return pick("shell.language", label -> new Segment<>(label, choices, now, languages::choose));
    }

    Component theme() {
        var choices = new LinkedHashMap<String, String>();
        for (String scheme : new String[] {"system", "light", "dark"}) {
            choices.put(scheme, UI.getCurrent().getTranslation("shell.theme." + scheme));
        }
        return pick("shell.theme", label -> {
            var segment = new Segment<>(label, choices, "system", scheme -> UI.getCurrent()
                    .getPage()
                    .executeJs("window.ds.theme($0)", scheme));
            segment.addAttachListener(attached -> attached.getUI()
                    .getPage()
                    .executeJs("return window.ds.chosenTheme()")
                    .then(String.class, segment::mark));
            return segment;
        });
    }

    private static Component pick(String key, Function<String, Component> segment) {
        String label = UI.getCurrent().getTranslation(key);
        var pick = new Div(TenantBlock.text("small", label), segment.apply(label));
        pick.addClassName("pick");
        return pick;
    }
}
