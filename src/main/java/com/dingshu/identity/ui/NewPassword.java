package com.dingshu.identity.ui;

import com.dingshu.identity.UserRefusal;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Icon;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;

/** A field for somebody else's first or new password, which has to be told to the person anyway: it is shown, and can be made by chance. */
final class NewPassword extends Div {

    private final TextField field = new TextField();
    private final transient Suggestion suggestion = new Suggestion();

    NewPassword(String labelKey) {
        addClassName("form");
        field.setLabel(getTranslation(labelKey));
        field.setHelperText(getTranslation("identity.password.rule"));
        field.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.NEW_PASSWORD);
        field.setSuffixComponent(
                Buttons.icon(Icon.REFRESH_CW, getTranslation("identity.password.suggest"), this::suggest));
        add(field);
    }

    String value() {
        return field.getValue();
    }

    void clear() {
        field.clear();
        field.setInvalid(false);
    }

    void refuse(UserRefusal why) {
        field.setErrorMessage(getTranslation("identity.refusal." + why));
        field.setInvalid(true);
    }

    private void suggest() {
        field.setInvalid(false);
        field.setValue(suggestion.make());
    }
}
