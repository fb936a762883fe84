package com.dingshu.shell;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Tenants;
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

/** Which language a person reads: what they chose on this device, else their merchant's, else the browser's. */
@Component
class Languages implements VaadinServiceInitListener {

    private static final String COOKIE = "ds_lang";

    private final Tenants tenants;

    Languages(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.getSource().addUIInitListener(init -> init.getUI().setLocale(of(VaadinRequest.getCurrent())));
        service.addIndexHtmlRequestListener(page -> page.getDocument()
                .getElementsByTag("html")
                .attr("lang", of(page.getVaadinRequest()).toLanguageTag()));
    }

    /** Remembers the choice for a year and draws the page anew. */
    void choose(Locale locale) {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + ';path=/;max-age=31536000;samesite=lax'; location.reload()",
                        COOKIE,
                        locale.getLanguage());
    }

    Locale of(VaadinRequest request) {
        return chosen(request)
                .or(() -> Acting.bound().map(acting -> tenants.current().locale()))
                .map(Languages::spoken)
                .orElseGet(() -> browser(request));
    }

    private static Optional<Locale> chosen(VaadinRequest request) {
        return cookie(request, COOKIE).map(Locale::of);
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
