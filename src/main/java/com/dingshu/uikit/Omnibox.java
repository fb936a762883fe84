package com.dingshu.uikit;

import com.dingshu.uikit.Search.Hit;
import com.vaadin.flow.component.AttachEvent;
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
 * One field for every key a person may hold in hand: order number, phone, name, code, waybill. Its answers are walked
 * with the arrow keys while the field keeps the focus; Enter opens the one walked to, or else the first.
 */
public final class Omnibox extends Composite<Div> {

    private static final int EACH = 8;

    private final TextField field = new TextField();
    private final Div list = new Div();
    private final Paragraph words = new Paragraph();
    private final Popover popover = new Popover();
    private final List<Search> searches;

    public Omnibox(List<Search> searches) {
        this.searches = List.copyOf(searches);
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
        field.addValueChangeListener(change -> show(change.getValue()));
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

    private void show(String text) {
        list.removeAll();
        if (text.isBlank()) {
            popover.close();
            return;
        }
        Found found = find(text.strip());
        found.hits().forEach(hit -> list.add(link(hit)));
        list.setVisible(!found.hits().isEmpty());
        words.setText(inWords(found, text.strip()));
        popover.open();
    }

    private String inWords(Found found, String text) {
        if (found.hits().isEmpty()) {
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
        String text = field.getValue();
        if (text.isBlank()) {
            return;
        }
        find(text.strip()).hits().stream()
                .findFirst()
                .ifPresentOrElse(
                        hit -> {
                            done();
                            getUI().ifPresent(ui -> ui.navigate(hit.path()));
                        },
                        () -> show(text));
    }

    private void done() {
        popover.close();
        field.clear();
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
