package com.dingshu.channels.ui;

import com.dingshu.channels.ConnectRefused;
import com.dingshu.channels.ConnectShop;
import com.dingshu.channels.Connections;
import com.dingshu.channels.ShopSync;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;

/** How a shop is reached. Secrets are never shown; a field left blank keeps what is there. */
final class CredentialsDialog extends Dialog {

    private final ShopSync shop;
    private final Connections connections;
    private final ChannelWords words;
    private final Runnable changed;
    private final TextField address = new TextField();
    private final TextField appKey = new TextField();
    private final PasswordField secret = new PasswordField();
    private final PasswordField token = new PasswordField();
    private final Checkbox pulls = new Checkbox();

    CredentialsDialog(ShopSync shop, Connections connections, ChannelWords words, Runnable changed) {
        this.shop = shop;
        this.connections = connections;
        this.words = words;
        this.changed = changed;
        setHeaderTitle(words.say("channels.shops.replace.title", shop.shop().name()));
        setWidth("480px");
        setMaxWidth("calc(100vw - 32px)");
        address.setLabel(words.say("channels.shops.address"));
        address.setValue(shop.baseAddress());
        appKey.setLabel(words.say("channels.shops.app-key"));
        appKey.setValue(shop.appKey());
        secret.setLabel(words.say("channels.shops.secret"));
        token.setLabel(words.say("channels.shops.token"));
        for (PasswordField field : new PasswordField[] {secret, token}) {
            field.getElement().setAttribute("autocomplete", "off");
            field.setMaxLength(500);
            if (shop.connected()) {
                field.setHelperText(words.say("channels.shops.blank-keeps"));
            }
        }
        pulls.setLabel(words.say("channels.shops.pulls"));
        pulls.setValue(!shop.connected() || shop.pulls());
        add(Parts.div("form stacked", address, appKey, secret, token, pulls));
        getFooter()
                .add(
                        Buttons.plain(words.say("channels.shops.replace.keep"), this::close),
                        Buttons.primary(words.say("channels.shops.replace.do"), this::save));
    }

    private void save() {
        address.setInvalid(false);
        appKey.setInvalid(false);
        secret.setInvalid(false);
        try {
            connections.connect(new ConnectShop(
                    shop.shop().id(),
                    address.getValue().strip(),
                    appKey.getValue().strip(),
                    secret.getValue().strip(),
                    token.getValue().strip(),
                    pulls.getValue()));
        } catch (ConnectRefused refused) {
            point(refused.field());
            return;
        }
        close();
        Toasts.done(words.say("channels.shops.replace.done", shop.shop().name()));
        changed.run();
    }

    private void point(ConnectRefused.Field field) {
        switch (field) {
            case ADDRESS -> invalid(address, address, "channels.shops.address.wrong");
            case APP_KEY -> invalid(appKey, appKey, "channels.shops.app-key.taken");
            case SECRET -> invalid(secret, secret, "channels.shops.secret.missing");
        }
    }

    private void invalid(HasValidation field, Focusable<?> focus, String why) {
        field.setErrorMessage(words.say(why));
        field.setInvalid(true);
        focus.focus();
    }
}
