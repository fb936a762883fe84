package com.dingshu.shell;

import com.dingshu.uikit.Icon;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;

/** A plain form that posts to {@code /login}, so that password managers know it and it needs no connection to sign in. */
@Tag("form")
@JsModule("./components/kit.ts")
class SignInForm extends HtmlContainer {

    private final Optional<String> merchant;

    SignInForm(Optional<String> merchant) {
        this.merchant = merchant;
        getElement().setAttribute("method", "post").setAttribute("action", "/login");
    }

    void addFields() {
        if (VaadinRequest.getCurrent().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            add(hidden(token.getParameterName(), token.getToken()));
        }
        merchant.ifPresentOrElse(
                slug -> add(hidden("m", slug)),
                () -> add(labelled("merchant", input("m", "organization", merchant.isEmpty()))));
        add(labelled("login", input("username", "username", merchant.isPresent())));
        add(labelled("password", secret()));
        var go = new NativeButton(getTranslation("shell.sign-in.go"));
        go.addClassName("go");
        go.getElement().setAttribute("type", "submit");
        add(go);
    }

    private NativeLabel labelled(String what, com.vaadin.flow.component.Component field) {
        var label = new NativeLabel();
        label.add(new Span(getTranslation("shell.sign-in." + what)), field);
        return label;
    }

    private Span secret() {
        HtmlComponent input = input("password", "current-password", false);
        input.getElement().setAttribute("type", "password");
        var eye = new NativeButton();
        eye.add(Icon.EYE.create());
        eye.setAriaLabel(getTranslation("shell.sign-in.show-password"));
        eye.getElement().setAttribute("type", "button").setAttribute("aria-pressed", "false");
        eye.getElement().executeJs("""
                        this.addEventListener('click', () => {
                          const hidden = $0.type === 'password';
                          $0.type = hidden ? 'text' : 'password';
                          this.setAttribute('aria-pressed', hidden);
                        })""", input.getElement());
        var secret = new Span(input, eye);
        secret.addClassName("secret");
        return secret;
    }

    /** A field whose value stays in the browser until the form is sent. */
    private static HtmlComponent input(String name, String autocomplete, boolean first) {
        var input = new HtmlComponent("input");
        input.getElement()
                .setAttribute("name", name)
                .setAttribute("autocomplete", autocomplete)
                .setAttribute("required", true)
                .setAttribute("autocapitalize", "none")
                .setAttribute("spellcheck", "false");
        if (first) {
            input.getElement().setAttribute("autofocus", true);
        }
        return input;
    }

    private static HtmlComponent hidden(String name, String value) {
        var input = new HtmlComponent("input");
        input.getElement()
                .setAttribute("type", "hidden")
                .setAttribute("name", name)
                .setAttribute("value", value);
        return input;
    }
}
