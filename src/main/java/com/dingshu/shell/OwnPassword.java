package com.dingshu.shell;

import com.dingshu.identity.OwnAccount;
import com.dingshu.identity.UserRefusal;
import com.dingshu.identity.UserResult;
import com.dingshu.uikit.Buttons;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.List;

/**
 * Changes the own password. It ends this session too, so the browser is told first what the sign-in page is to say; what
 * is refused says at its field what to do.
 */
final class OwnPassword extends Div {

    private final transient OwnAccount account;
    private final PasswordField current = field("identity.password.current", Autocomplete.CURRENT_PASSWORD);
    private final PasswordField next = field("identity.password.new", Autocomplete.NEW_PASSWORD);
    private final PasswordField again = field("identity.password.repeat", Autocomplete.NEW_PASSWORD);

    OwnPassword(OwnAccount account) {
        this.account = account;
        addClassName("form");
        next.setHelperText(getTranslation("identity.password.rule"));
        again.addKeyPressListener(Key.ENTER, press -> change());
        add(current, next, again, foot());
    }

    private PasswordField field(String key, Autocomplete kind) {
        var field = new PasswordField(getTranslation(key));
        field.setAutocomplete(kind);
        field.setManualValidation(true);
        return field;
    }

    private Component foot() {
        var hint = new Span(getTranslation("shell.account.password.ends"));
        hint.addClassName("faint");
        var foot = new Div(Buttons.primary(getTranslation("identity.password.change"), this::change), hint);
        foot.addClassName("form-foot");
        return foot;
    }

    private void change() {
        List.of(current, next, again).forEach(field -> field.setInvalid(false));
        if (current.isEmpty()) {
            refuse(current, "shell.account.password.current-missing");
        } else if (!next.getValue().equals(again.getValue())) {
            refuse(again, "identity.password.differs");
        } else {
            leave(true).then(left -> settle());
        }
    }

    private void settle() {
        if (account.changePassword(current.getValue(), next.getValue()) instanceof UserResult.Refused refused) {
            leave(false);
            UserRefusal why = refused.why();
            refuse(why == UserRefusal.PASSWORD_WRONG ? current : next, "identity.refusal." + why);
        }
    }

    private com.vaadin.flow.component.page.PendingJavaScriptResult leave(boolean leaving) {
        return getElement().executeJs("sessionStorage.setItem('ds-left', $0 ? 'password' : ''); return true", leaving);
    }

    private void refuse(PasswordField field, String key) {
        field.setErrorMessage(getTranslation(key));
        field.setInvalid(true);
        field.focus();
    }
}
