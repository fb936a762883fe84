package com.dingshu.shell;

import com.dingshu.uikit.Command;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.NavigationEntry;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.Palette;
import com.dingshu.uikit.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The palette of a page: what it offers itself, every page the person may see, and what the person's own menu has. */
@Component
class Offers {

    private final Menu menu;
    private final Texts texts;
    private final Languages languages;
    private final AuthenticationContext authentication;

    Offers(Menu menu, Texts texts, Languages languages, AuthenticationContext authentication) {
        this.menu = menu;
        this.texts = texts;
        this.languages = languages;
        this.authentication = authentication;
    }

    Palette on(Page page) {
        return () -> {
            Map<String, List<Command>> offered = new LinkedHashMap<>();
            offered.put(say("shell.palette.here"), page.commands());
            offered.put(say("shell.palette.pages"), pages());
            offered.put(say("shell.palette.me"), mine());
            return offered;
        };
    }

    private List<Command> pages() {
        List<Command> pages = new ArrayList<>();
        for (NavigationEntry entry : menu.mine()) {
            pages.add(page(entry.icon(), entry.titleKey(), entry.path()));
        }
        pages.add(page(Icon.USER_ROUND, "shell.account.title", "settings/account"));
        return pages;
    }

    private Command page(Icon icon, String titleKey, String path) {
        return Command.page(icon, say(titleKey), path).also(inOther(titleKey));
    }

    private List<Command> mine() {
        return List.of(
                scheme(Icon.SUN, "light"),
                scheme(Icon.MOON, "dark"),
                scheme(Icon.MONITOR, "system"),
                act(Icon.GLOBE, "shell.palette.language", () -> languages.choose(otherLocale())),
                act(Icon.KEYBOARD, "shell.keys", () -> browser("window.ds.keys()")),
                act(Icon.LOG_OUT, "shell.sign-out", authentication::logout));
    }

    private Command scheme(Icon icon, String scheme) {
        return act(icon, "shell.palette.theme." + scheme, () -> browser("window.ds.theme($0)", scheme));
    }

    private Command act(Icon icon, String key, Runnable act) {
        return Command.act(icon, say(key), act).also(inOther(key));
    }

    private static void browser(String script, Object... values) {
        UI.getCurrent().getPage().executeJs(script, values);
    }

    private String say(String key) {
        return texts.in(UI.getCurrent().getLocale(), key);
    }

    /** In the language the screens are not in, since people know pages by either name. */
    private String inOther(String key) {
        return texts.in(otherLocale(), key);
    }

    private static Locale otherLocale() {
        return Texts.english(UI.getCurrent().getLocale()) ? Texts.CHINESE : Texts.ENGLISH;
    }
}
