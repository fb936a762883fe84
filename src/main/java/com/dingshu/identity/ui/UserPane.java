package com.dingshu.identity.ui;

import com.dingshu.audit.Change;
import com.dingshu.identity.Role;
import com.dingshu.identity.UserInfo;
import com.dingshu.identity.UserRefusal;
import com.dingshu.identity.UserResult;
import com.dingshu.identity.Users;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Confirm;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One person beside the list: who, which roles, a new password, what was changed, and the way to keep the person out. */
final class UserPane extends Aside {

    private final transient UserInfo user;
    private final transient List<Role> roles;
    private final transient Users users;
    private final transient Formats formats;
    private final transient Runnable close;
    private final transient Consumer<UserInfo> changed;

    UserPane(
            UserInfo user, List<Role> roles, Users users, Formats formats, Runnable close, Consumer<UserInfo> changed) {
        this.user = user;
        this.roles = roles;
        this.users = users;
        this.formats = formats;
        this.close = close;
        this.changed = changed;
        addClassName("pane");
        getElement().setAttribute("aria-label", user.name());
        var body = new Div(facts(), roles(), password(), history());
        body.addClassName("pane-body");
        body.getElement().setAttribute("tabindex", "0");
        add(head(), body, foot());
    }

    private Component head() {
        var head = new Div(new H2(user.name()));
        head.addClassName("pane-head");
        if (!user.active()) {
            head.add(Marks.tag(Marks.Tone.GREY, getTranslation("identity.status.SUSPENDED")));
        }
        var gap = new Span();
        gap.addClassName("grow");
        head.add(gap, Buttons.icon(Icon.X, getTranslation("identity.close"), close));
        return head;
    }

    private Component facts() {
        var facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "identity.login", user.login());
        fact(
                facts,
                "identity.language",
                getTranslation("identity.language." + user.language().getLanguage()));
        fact(facts, "identity.since", formats.time(user.createdAt()));
        fact(facts, "identity.password.changed-at", formats.time(user.passwordChangedAt()));
        fact(facts, "identity.last-sign-in", lastSignIn(user.lastSignInAt(), user.lastDevice()));
        var section = new Section(facts);
        section.addClassName("section");
        return section;
    }

    private String lastSignIn(@Nullable Instant at, @Nullable String device) {
        return at == null ? getTranslation("identity.never") : formats.time(at) + " · " + device;
    }

    private void fact(DescriptionList facts, String key, String value) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    private Component roles() {
        var boxes = roleBoxes(roles, user.roles());
        var save = Buttons.plain(getTranslation("identity.roles.save"), () -> saveRoles(boxes));
        save.setEnabled(false);
        boxes.addValueChangeListener(change -> save.setEnabled(!ids(boxes).equals(user.roles())));
        return section("identity.roles", boxes, foot(save, getTranslation("identity.roles.again")));
    }

    static CheckboxGroup<Role> roleBoxes(List<Role> roles, Set<String> chosen) {
        var boxes = new CheckboxGroup<Role>();
        boxes.addThemeNames("vertical");
        boxes.setItems(roles);
        boxes.setItemLabelGenerator(role -> role.name().in(UI.getCurrent().getLocale()));
        boxes.setItemHelperGenerator(role -> role.about().in(UI.getCurrent().getLocale()));
        boxes.setAriaLabel(boxes.getTranslation("identity.roles"));
        boxes.setValue(roles.stream().filter(role -> chosen.contains(role.id())).collect(Collectors.toSet()));
        return boxes;
    }

    static Set<String> ids(CheckboxGroup<Role> boxes) {
        return boxes.getValue().stream().map(Role::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private void saveRoles(CheckboxGroup<Role> boxes) {
        settle(users.changeRoles(user.id(), ids(boxes)), "identity.roles.saved", why -> {
            boxes.setErrorMessage(getTranslation("identity.refusal." + why));
            boxes.setInvalid(true);
        });
    }

    private Component password() {
        var field = new NewPassword("identity.password.new");
        var reset = Buttons.plain(
                getTranslation("identity.password.reset"),
                () -> settle(
                        users.resetPassword(user.id(), field.value()), "identity.password.was-reset", field::refuse));
        return section("identity.password", field, foot(reset, getTranslation("identity.password.again")));
    }

    private Component history() {
        var section = section("identity.history");
        List<Change> changes = users.history(user.id()).reversed();
        changes.forEach(change -> section.add(new Revision(change, roles, formats)));
        return section;
    }

    private Component foot() {
        Button verb = user.active()
                ? Buttons.with(Icon.BAN, Buttons.danger(getTranslation("identity.suspend"), this::askToSuspend))
                : Buttons.with(Icon.UNDO_2, Buttons.plain(getTranslation("identity.reinstate"), this::reinstate));
        var foot = new Div(verb);
        foot.addClassName("pane-foot");
        return foot;
    }

    private void askToSuspend() {
        Confirm.ask(getTranslation("identity.suspend.ask", user.name()))
                .says(getTranslation("identity.suspend.says"))
                .open(
                        getTranslation("identity.suspend.keep"),
                        getTranslation("identity.suspend"),
                        () -> settle(users.suspend(user.id()), "identity.suspended", this::say));
    }

    private void reinstate() {
        settle(users.reinstate(user.id()), "identity.reinstated", this::say);
    }

    private void say(UserRefusal why) {
        Toasts.note(getTranslation("identity.refusal." + why), null, null);
    }

    private void settle(UserResult result, String doneKey, Consumer<UserRefusal> refused) {
        switch (result) {
            case UserResult.Saved(UserInfo saved) -> {
                Toasts.done(getTranslation(doneKey, saved.name()));
                changed.accept(saved);
            }
            case UserResult.Refused(UserRefusal why) -> refused.accept(why);
        }
    }

    private Section section(String titleKey, Component... parts) {
        var section = new Section(new H3(getTranslation(titleKey)));
        section.addClassName("section");
        section.add(parts);
        return section;
    }

    private static Component foot(Button act, String hint) {
        var words = new Span(hint);
        words.addClassName("faint");
        var foot = new Div(act, words);
        foot.addClassName("form-foot");
        return foot;
    }
}
