package com.dingshu.uikit;

import com.dingshu.uikit.Search.Hit;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;

/**
 * One field for every key a person may hold in hand: order number, phone, name, code, waybill. Empty, it is the palette: what
 * can be done here and the pages. Its answers are walked with the arrow keys while the field keeps the focus; Enter takes the
 * one walked to, or else the first.
 */
public final class Omnibox extends Composite<Div> {

    private static final int EACH = 8;
    private static final int COMMANDS = 6;

    private final TextField field = new TextField();
    private final Div list = new Div();
    private final Paragraph words = new Paragraph();
    private final Popover popover = new Popover();
    private final List<Search> searches;
    private final Palette palette;

    public Omnibox(List<Search> searches, Palette palette) {
        this.searches = List.copyOf(searches);
        this.palette = palette;
        prepareAnswers();
        field.addClassName("omnibox");
        field.setPlaceholder(getTranslation("uikit.search.placeholder"));
        field.setAriaLabel(getTranslation("uikit.search.label"));
        field.setPrefixComponent(Icon.SEARCH.create());
        field.setSuffixComponent(Keys.cap("/"));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(250);
        field.setMaxLength(100);
        field.getElement().setAttribute("autocomplete", "off");
        Keys.on(field, "/|mod+k").getElement().setAttribute("data-key-label", getTranslation("uikit.search.label"));
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                show(change.getValue());
            }
        });
        field.addFocusListener(focus -> show(field.getValue()));
        field.addBlurListener(blur -> popover.close());
        field.addKeyPressListener(Key.ENTER, press -> openFirst());
        getContent().add(field, popover);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        field.getElement().executeJs("window.ds.walkAnswers(this)");
    }

    private void prepareAnswers() {
        list.setId("omnibox-hits");
        list.getElement()
                .setAttribute("role", "listbox")
                .setAttribute("aria-label", getTranslation("uikit.search.hits"));
        words.getElement().setAttribute("role", "status");
        var hits = new Div(list, words);
        hits.addClassName("hits");
        hits.addClickListener(click -> done());
        popover.add(hits);
        popover.setTarget(field);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setOpenOnClick(false);
        popover.setAriaLabel(getTranslation("uikit.search.hits"));
    }

    private void show(String typed) {
        String text = typed.strip();
        list.removeAll();
        if (text.isEmpty()) {
            palette.offered().forEach(this::addGroup);
            words.setText(getTranslation("uikit.search.keys"));
        } else {
            Found found = find(text);
            found.hits().forEach(hit -> list.add(link(hit)));
            List<Command> meant = meant(text);
            meant.forEach(command -> list.add(option(command)));
            words.setText(inWords(found, meant, text));
        }
        boolean any = list.getComponentCount() > 0;
        list.setVisible(any);
        if (any || !text.isEmpty()) {
            popover.open();
        } else {
            popover.close();
        }
    }

    private void addGroup(String heading, List<Command> commands) {
        if (commands.isEmpty()) {
            return;
        }
        var name = new Span(heading);
        name.addClassNames("group", "faint");
        name.getElement().setAttribute("aria-hidden", "true");
        var group = new Div(name);
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", heading);
        commands.forEach(command -> group.add(option(command)));
        list.add(group);
    }

    private List<Command> meant(String text) {
        return palette.offered().values().stream()
                .flatMap(List::stream)
                .filter(command -> command.matches(text))
                .limit(COMMANDS)
                .toList();
    }

    private String inWords(Found found, List<Command> meant, String text) {
        if (found.hits().isEmpty() && meant.isEmpty()) {
            return getTranslation("uikit.search.nothing", text);
        }
        return found.more() ? getTranslation("uikit.search.more") : getTranslation("uikit.search.keys");
    }

    private record Found(List<Hit> hits, boolean more) {}

    private Found find(String text) {
        var hits = new ArrayList<Hit>();
        boolean more = false;
        for (Search search : searches) {
            List<Hit> some = search.find(text, EACH + 1);
            hits.addAll(some.subList(0, Math.min(EACH, some.size())));
            more |= some.size() > EACH;
        }
        return new Found(hits, more);
    }

    private void openFirst() {
        String text = field.getValue().strip();
        if (text.isEmpty()) {
            return;
        }
        var hit = find(text).hits().stream().findFirst();
        var command = meant(text).stream().findFirst();
        if (hit.isPresent()) {
            done();
            go(hit.get().path());
        } else if (command.isPresent()) {
            done();
            take(command.get());
        } else {
            show(text);
        }
    }

    private void take(Command command) {
        if (command.path() == null) {
            command.act().run();
        } else {
            go(command.path());
        }
    }

    private void go(String path) {
        getUI().ifPresent(ui -> ui.navigate(path));
    }

    private void done() {
        popover.close();
        field.clear();
        field.blur();
    }

    private Component option(Command command) {
        if (command.path() != null) {
            return link(new Hit(command.icon(), command.title(), command.detail(), command.path()));
        }
        var detail = new Span(command.detail());
        detail.addClassNames("faint", "cut");
        var option = new Div(command.icon().create(), new Span(command.title()), detail);
        option.addClickListener(click -> take(command));
        option.getElement().setAttribute("role", "option").setAttribute("tabindex", "-1");
        return option;
    }

    private static Anchor link(Hit hit) {
        var detail = new Span(hit.detail());
        detail.addClassNames("faint", "cut");
        var link = new Anchor(hit.path(), hit.icon().create(), new Span(hit.title()), detail);
        link.getElement()
                .setAttribute("router-link", true)
                .setAttribute("role", "option")
                .setAttribute("tabindex", "-1");
        return link;
    }
}
