package com.dingshu.shell;

import com.dingshu.identity.CurrentUser;
import com.dingshu.identity.OwnAccount;
import com.dingshu.identity.SignedInUser;
import com.dingshu.uikit.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which language a person reads: the account's; before signing in what was chosen on this device, else the browser's. */
@Component
class Languages implements VaadinServiceInitListener {

    private static final String COOKIE = "ds_lang";

    private final OwnAccount account;

    Languages(OwnAccount account) {
        this.account = account;
    }

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.getSource().addUIInitListener(init -> init.getUI().setLocale(of(VaadinRequest.getCurrent())));
        service.addIndexHtmlRequestListener(page -> page.getDocument()
                .getElementsByTag("html")
                .attr("lang", of(page.getVaadinRequest()).toLanguageTag()));
    }

    /** Remembers the choice with the account and for a year on this device, and draws the page anew. */
    void choose(Locale locale) {
        if (CurrentUser.find().isPresent()) {
            account.speak(locale);
        }
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + ';path=/;max-age=31536000;samesite=lax'; location.reload()",
                        COOKIE,
                        locale.getLanguage());
    }

    Locale of(VaadinRequest request) {
        return CurrentUser.find()
                .map(SignedInUser::locale)
                .or(() -> cookie(request, COOKIE).map(Locale::of))
                .map(Languages::spoken)
                .orElseGet(() -> browser(request));
    }

    private static Locale browser(VaadinRequest request) {
        Locale wanted = request.getLocale();
        return wanted == null ? Texts.CHINESE : spoken(wanted);
    }

    private static Locale spoken(Locale locale) {
        return Texts.english(locale) ? Texts.ENGLISH : Texts.CHINESE;
    }

    static Optional<String> cookie(VaadinRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
