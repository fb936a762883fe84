package com.dingshu.shell;

import com.dingshu.identity.CurrentUser;
import com.dingshu.identity.OwnAccount;
import com.dingshu.identity.Roles;
import com.dingshu.identity.SignedInUser;
import com.dingshu.uikit.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Collectors;

/** What everybody signed in sees and changes of themselves: who they are here, password, language, light or dark. */
@Route("settings/account")
@PermitAll
class AccountView extends Page {

    private final transient Roles roles;

    AccountView(OwnAccount account, Roles roles, Appearance appearance) {
        super("shell.account.title");
        this.roles = roles;
        var columns = new Div(
                new Div(card("shell.account.password", new OwnPassword(account))),
                new Div(card("shell.account.who", who()), card("shell.account.screens", screens(appearance))));
        columns.addClassName("columns");
        scroll(columns);
    }

    private Component who() {
        SignedInUser person = CurrentUser.get();
        var facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "shell.account.name", person.name());
        fact(facts, "shell.account.login", person.login());
        fact(
                facts,
                "shell.account.roles",
                roles.all().stream()
                        .filter(role -> person.roles().contains(role.id()))
                        .map(role -> role.name().in(getLocale()))
                        .collect(Collectors.joining(" · ")));
        return facts;
    }

    private static Component screens(Appearance appearance) {
        var picks = new Div(appearance.language(), appearance.theme());
        picks.addClassName("picks");
        return picks;
    }

    private void fact(DescriptionList facts, String key, String value) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    private Section card(String key, Component content) {
        var head = new Div(new H2(getTranslation(key)));
        head.addClassName("card-head");
        var card = new Section(head, content);
        card.addClassNames("card", "settings-card");
        return card;
    }
}
