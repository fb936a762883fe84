package com.dingshu.identity.ui;

import com.dingshu.identity.CreateUser;
import com.dingshu.identity.Role;
import com.dingshu.identity.UserInfo;
import com.dingshu.identity.UserRefusal;
import com.dingshu.identity.UserResult;
import com.dingshu.identity.Users;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Takes somebody in: name, login, roles and a first password. */
final class NewUserPane extends Aside {

    private final transient Users users;
    private final transient Consumer<UserInfo> done;
    private final TextField name = new TextField();
    private final TextField login = new TextField();
    private final NewPassword password = new NewPassword("identity.password.first");
    private final CheckboxGroup<Role> roles;

    NewUserPane(Users users, List<Role> all, Runnable close, Consumer<UserInfo> done) {
        this.users = users;
        this.done = done;
        this.roles = UserPane.roleBoxes(all, Set.of());
        addClassName("pane");
        getElement().setAttribute("aria-label", getTranslation("identity.new"));
        var body = new Div(who(), section("identity.roles", roles));
        body.addClassName("pane-body");
        body.getElement().setAttribute("tabindex", "0");
        var create = Buttons.primary(getTranslation("identity.new.create"), this::create);
        var foot = new Div(create, Buttons.flat(getTranslation("identity.new.keep"), close));
        foot.addClassName("pane-foot");
        add(head(close), body, foot);
    }

    private Component head(Runnable close) {
        var gap = new Span();
        gap.addClassName("grow");
        var head = new Div(
                new H2(getTranslation("identity.new")),
                gap,
                Buttons.icon(Icon.X, getTranslation("identity.close"), close));
        head.addClassName("pane-head");
        return head;
    }

    private Component who() {
        name.setLabel(getTranslation("identity.name"));
        name.setMaxLength(120);
        login.setLabel(getTranslation("identity.login"));
        login.setHelperText(getTranslation("identity.login.rule"));
        login.setMaxLength(40);
        name.focus();
        var form = new Div(name, login);
        form.addClassName("form");
        var section = new Section(form, password);
        section.addClassName("section");
        return section;
    }

    private void create() {
        List.<HasValidation>of(name, login, roles).forEach(field -> field.setInvalid(false));
        var command = new CreateUser(login.getValue(), name.getValue(), UserPane.ids(roles), password.value(), null);
        switch (users.create(command)) {
            case UserResult.Saved(UserInfo user) -> {
                Toasts.done(getTranslation("identity.new.created", user.name(), user.login()));
                done.accept(user);
            }
            case UserResult.Refused(UserRefusal why) -> refuse(why);
        }
    }

    private void refuse(UserRefusal why) {
        switch (why) {
            case LOGIN_MALFORMED, LOGIN_TAKEN -> refuse(login, why);
            case NAME_MISSING -> refuse(name, why);
            case ROLE_MISSING, ROLE_UNKNOWN, LAST_OWNER -> refuse(roles, why);
            case PASSWORD_SHORT, PASSWORD_LONG, PASSWORD_COMMON, PASSWORD_WRONG -> password.refuse(why);
        }
    }

    private void refuse(HasValidation field, UserRefusal why) {
        field.setErrorMessage(getTranslation("identity.refusal." + why));
        field.setInvalid(true);
    }

    private Section section(String titleKey, Component... parts) {
        var section = new Section(new H3(getTranslation(titleKey)));
        section.addClassName("section");
        section.add(parts);
        return section;
    }
}
