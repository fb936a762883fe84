package com.dingshu.uikit;

import com.dingshu.uikit.Search.Hit;
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
import java.util.List;

/** One field for every key a person may hold in hand: order number, phone, name, code, waybill. */
public final class Omnibox extends Composite<Div> {

    private static final int EACH = 6;

    private final TextField field = new TextField();
    private final Div hits = new Div();
    private final Popover popover = new Popover(hits);
    private final List<Search> searches;

    public Omnibox(List<Search> searches) {
        this.searches = List.copyOf(searches);
        hits.addClassName("hits");
        popover.setTarget(field);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setOpenOnClick(false);
        popover.setAriaLabel(getTranslation("uikit.search.hits"));
        field.addClassName("omnibox");
        field.setPlaceholder(getTranslation("uikit.search.placeholder"));
        field.setAriaLabel(getTranslation("uikit.search.label"));
        field.setPrefixComponent(Icon.SEARCH.create());
        field.setSuffixComponent(Keys.cap("/"));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(250);
        Keys.on(field, "/").getElement().setAttribute("data-key-label", getTranslation("uikit.search.label"));
        field.addValueChangeListener(change -> show(change.getValue()));
        field.addKeyPressListener(Key.ENTER, press -> openFirst());
        field.getElement().executeJs("this.inputElement.setAttribute('role', 'combobox')");
        getContent().add(field, popover);
    }

    private void show(String text) {
        hits.removeAll();
        if (text.isBlank()) {
            popover.close();
            return;
        }
        List<Hit> found = find(text);
        found.forEach(hit -> hits.add(link(hit)));
        if (found.isEmpty()) {
            hits.add(new Paragraph(getTranslation("uikit.search.nothing", text)));
        }
        popover.open();
    }

    private List<Hit> find(String text) {
        return searches.stream()
                .flatMap(search -> search.find(text.strip(), EACH).stream())
                .limit(2L * EACH)
                .toList();
    }

    private void openFirst() {
        find(field.getValue()).stream().findFirst().ifPresent(hit -> {
            popover.close();
            field.clear();
            getUI().ifPresent(ui -> ui.navigate(hit.path()));
        });
    }

    private Anchor link(Hit hit) {
        var detail = new Span(hit.detail());
        detail.addClassNames("faint", "cut");
        var link = new Anchor(hit.path(), hit.icon().create(), new Span(hit.title()), detail);
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
