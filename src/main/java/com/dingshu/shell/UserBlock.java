package com.dingshu.shell;

import com.dingshu.identity.CurrentUser;
import com.dingshu.identity.Roles;
import com.dingshu.identity.SignedInUser;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.stream.Collectors;

/** Who is signed in, at the foot of the menu; opens language, light or dark, keys and the way out. */
@org.springframework.stereotype.Component
class UserBlock {

    private final AuthenticationContext authentication;
    private final Roles roles;
    private final Appearance appearance;

    UserBlock(AuthenticationContext authentication, Roles roles, Appearance appearance) {
        this.authentication = authentication;
        this.roles = roles;
        this.appearance = appearance;
    }

    /** @param above the entries that stand over the name */
    Component create(Component above) {
        SignedInUser person = CurrentUser.get();
        String name = person.name();
        var avatar = new Span(name.substring(0, name.offsetByCodePoints(0, 1)));
        avatar.addClassName("avatar");
        avatar.getElement().setAttribute("aria-hidden", "true");
        var button = new NativeButton();
        button.addClassName("drawer-me");
        button.add(avatar, new Span(TenantBlock.text("strong", name), TenantBlock.text("small", rolesOf(person))));
        button.getElement().setAttribute("aria-haspopup", "dialog");
        var foot = new Div(above, button, popover(button));
        foot.addClassName("drawer-foot");
        return foot;
    }

    private String rolesOf(SignedInUser person) {
        return roles.all().stream()
                .filter(role -> person.roles().contains(role.id()))
                .map(role -> role.name().in(UI.getCurrent().getLocale()))
                .collect(Collectors.joining(" · "));
    }

    private Popover popover(Component target) {
        var menu = new Div(
                appearance.language(), appearance.theme(), new HtmlComponent("hr"), account(), keys(), signOut());
        menu.addClassName("user-menu");
        var popover = new Popover(menu);
        popover.setTarget(target);
        popover.setPosition(PopoverPosition.TOP_START);
        popover.setAriaLabel(UI.getCurrent().getTranslation("shell.user-menu"));
        return popover;
    }

    private static Component account() {
        return Buttons.with(
                Icon.USER_ROUND,
                Buttons.flat(UI.getCurrent().getTranslation("shell.account.title"), () -> UI.getCurrent()
                        .navigate(AccountView.class)));
    }

    private static Component keys() {
        return Buttons.with(
                Icon.KEYBOARD, Buttons.flat(UI.getCurrent().getTranslation("shell.keys"), () -> UI.getCurrent()
                        .getPage()
                        .executeJs("window.ds.keys()")));
    }

    private Component signOut() {
        return Buttons.with(
                Icon.LOG_OUT, Buttons.flat(UI.getCurrent().getTranslation("shell.sign-out"), authentication::logout));
    }
}
