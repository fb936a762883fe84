package com.dingshu.shell;

import com.dingshu.tenancy.TenantInfo;
import com.dingshu.tenancy.Tenants;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Optional;

/**
 * Signs people in at their merchant: {@code /sign-in?m=<slug>}. The merchant is remembered on this device; without one
 * its short name is asked for.
 */
@Route(value = "sign-in", autoLayout = false)
@AnonymousAllowed
class SignInView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String COOKIE = "ds_merchant";
    private static final int YEAR = 365 * 24 * 3600;
    private static final int USUAL_WAIT = 3;

    private final Tenants tenants;
    private final Languages languages;

    SignInView(Tenants tenants, Languages languages) {
        this.tenants = tenants;
        this.languages = languages;
        addClassName("sign-in");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.sign-in.title") + " · " + getTranslation("uikit.product");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        boolean change = query.getParameters().containsKey("change");
        Optional<String> slug =
                query.getSingleParameter("m").or(() -> Languages.cookie(VaadinRequest.getCurrent(), COOKIE));
        Optional<TenantInfo> merchant = change
                ? Optional.empty()
                : slug.flatMap(tenants::bySlug).filter(tenant -> tenant.status().operating());
        merchant.ifPresent(SignInView::remember);
        removeAll();
        add(art(), side(merchant, query));
    }

    private Section art() {
        var brand = new Div(new Html(Artwork.MARK), new Span(getTranslation("uikit.product")));
        brand.addClassName("sign-in-brand");
        var claim = new Div(
                new Paragraph(getTranslation("shell.sign-in.claim")),
                new Paragraph(getTranslation("shell.sign-in.promise")));
        claim.addClassName("sign-in-claim");
        var art = new Section(new Html(Artwork.LINES), brand, claim);
        art.addClassName("sign-in-art");
        return art;
    }

    private Section side(Optional<TenantInfo> merchant, QueryParameters query) {
        var form = new SignInForm(merchant.map(TenantInfo::slug));
        form.add(heading(merchant));
        query.getSingleParameter("error").ifPresent(error -> form.add(trouble(error, minutes(query))));
        form.add(farewell());
        form.addFields();
        form.add(hints(), links());
        var side = new Section(form);
        side.addClassName("sign-in-side");
        return side;
    }

    private Component heading(Optional<TenantInfo> merchant) {
        var heading = new Div(new H1(merchant.map(tenant -> getTranslation("shell.sign-in.at", tenant.name()))
                .orElseGet(() -> getTranslation("shell.sign-in.title"))));
        var sub = new Paragraph();
        sub.addClassName("sub");
        if (merchant.isPresent()) {
            sub.add(
                    new Span(getTranslation("shell.sign-in.other") + " "),
                    new Anchor("/sign-in?change", getTranslation("shell.sign-in.change")));
        } else {
            sub.setText(getTranslation("shell.sign-in.which"));
        }
        heading.add(sub);
        return heading;
    }

    private Component trouble(String error, int minutes) {
        String kind =
                switch (error) {
                    case "locked", "throttled", "stale" -> error;
                    default -> "bad";
                };
        var words = new Div(
                TenantBlock.text("b", getTranslation("shell.sign-in.error." + kind + ".fact")),
                new Span(getTranslation("shell.sign-in.error." + kind + ".way", minutes)));
        var trouble = new Div(Icon.TRIANGLE_ALERT.create(), words);
        trouble.addClassName("trouble");
        trouble.setClassName("amber", !kind.equals("bad") && !kind.equals("locked"));
        trouble.getElement().setAttribute("role", "alert");
        return trouble;
    }

    /** What the last session ended with, told by the browser: a changed password. */
    private Component farewell() {
        var words = new Div(Icon.CIRCLE_CHECK.create(), new Span(getTranslation("identity.password.changed")));
        words.addClassNames("trouble", "good");
        words.getElement().setAttribute("role", "status");
        words.setVisible(false);
        addAttachListener(attached -> getElement()
                .executeJs("const left = sessionStorage.getItem('ds-left') ?? '';"
                        + " sessionStorage.removeItem('ds-left'); return left")
                .then(String.class, left -> words.setVisible("password".equals(left))));
        return words;
    }

    /** Whole minutes until the next try counts; the address may say anything. */
    private static int minutes(QueryParameters query) {
        return query.getSingleParameter("wait")
                .filter(seconds -> seconds.matches("\\d{1,5}"))
                .map(seconds -> Math.ceilDiv(Integer.parseInt(seconds), 60))
                .map(minutes -> Math.max(1, minutes))
                .orElse(USUAL_WAIT);
    }

    private Component hints() {
        var hints = new Div(
                new Paragraph(new Span(getTranslation("shell.sign-in.warehouse") + " "), new Anchor("/h5/", "/h5/")),
                new Paragraph(getTranslation("shell.sign-in.who-opens")));
        hints.addClassName("hint");
        return hints;
    }

    private Component links() {
        Locale other = Texts.english(getLocale()) ? Texts.CHINESE : Texts.ENGLISH;
        var link = new com.vaadin.flow.component.button.Button(Texts.english(other) ? "English" : "中文");
        link.addThemeNames("link");
        link.getElement().setAttribute("lang", other.toLanguageTag());
        link.addClickListener(click -> languages.choose(other));
        var links = new Div(link);
        links.addClassName("links");
        return links;
    }

    private static void remember(TenantInfo merchant) {
        var cookie = new Cookie(COOKIE, merchant.slug());
        cookie.setPath("/");
        cookie.setMaxAge(YEAR);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        Optional.ofNullable(VaadinResponse.getCurrent()).ifPresent(response -> response.addCookie(cookie));
    }
}
