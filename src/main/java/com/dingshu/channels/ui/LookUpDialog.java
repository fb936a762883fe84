package com.dingshu.channels.ui;

import com.dingshu.channels.Connections;
import com.dingshu.channels.InboxQueries;
import com.dingshu.channels.InboxSummary;
import com.dingshu.channels.IntakeRuns;
import com.dingshu.channels.ShopSync;
import com.dingshu.channels.Whereabouts;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Pulse;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;

/** “Is it in the system?”: takes a channel's order number and says in words where the order stands, with the way on. */
final class LookUpDialog extends Dialog {

    private final InboxQueries inbox;
    private final IntakeRuns runs;
    private final Connections connections;
    private final ChannelWords words;
    private final Pulse pulse;
    private final TextField number = new TextField();
    private final Div answer = Parts.div("answer");

    LookUpDialog(InboxQueries inbox, IntakeRuns runs, Connections connections, ChannelWords words, Pulse pulse) {
        this.inbox = inbox;
        this.runs = runs;
        this.connections = connections;
        this.words = words;
        this.pulse = pulse;
        setHeaderTitle(words.say("channels.where.title"));
        setWidth("520px");
        setMaxWidth("calc(100vw - 32px)");
        number.setLabel(words.say("channels.where.number"));
        number.setWidthFull();
        number.setAutofocus(true);
        number.setMaxLength(120);
        Button look = Buttons.with(Icon.SEARCH, Buttons.primary(words.say("channels.where.look"), this::look));
        look.addClickShortcut(Key.ENTER).listenOn(number);
        answer.getElement().setAttribute("aria-live", "polite");
        add(Parts.div("form", number, answer));
        getFooter().add(Buttons.plain(words.say("channels.close"), this::close), look);
    }

    private void look() {
        String asked = number.getValue().strip();
        number.setErrorMessage(words.say("channels.where.missing"));
        number.setInvalid(asked.isEmpty());
        answer.removeAll();
        if (!asked.isEmpty()) {
            answer.add(answer(inbox.whereIs(asked)));
        }
    }

    private Component answer(Whereabouts found) {
        return switch (found.answer()) {
            case APPLIED ->
                said(
                        "good",
                        found,
                        Buttons.plain(
                                words.say(
                                        "channels.where.order",
                                        found.orderNumber().orElse("")),
                                () -> go("orders/" + found.orderNumber().orElse(""))));
            case FAILED -> waiting(found);
            case RECEIVED, MAPPED -> said("", found);
            case UNKNOWN -> unknown(found);
        };
    }

    private Div said(String tone, Whereabouts found, Component... ways) {
        Div box = Parts.div("where", Parts.bold(words.say("channels.where." + found.answer())));
        if (!tone.isEmpty()) {
            box.addClassName(tone);
        }
        box.add(new Span(words.say("channels.where." + found.answer() + ".why", found.channelOrderNo())));
        if (ways.length > 0) {
            box.add(Parts.div("row", ways));
        }
        return box;
    }

    private Component waiting(Whereabouts found) {
        InboxSummary last = found.payloads().getLast();
        Div box = said("bad", found, Buttons.plain(words.say("channels.where.repair"), () -> go("inbox/" + last.id())));
        box.addComponentAtIndex(1, Parts.span("why", words.heading(last)));
        return box;
    }

    private Component unknown(Whereabouts found) {
        List<ShopSync> askable =
                connections.all().stream().filter(ShopSync::connected).toList();
        boolean may = Parts.may(Permission.CHANNELS_REPAIR) || Parts.may(Permission.CHANNELS_CONFIGURE);
        if (askable.isEmpty() || !may) {
            return said("amber", found);
        }
        Select<ShopSync> shop = new Select<>();
        shop.setLabel(words.say("channels.where.shop"));
        shop.setItems(askable);
        shop.setItemLabelGenerator(
                one -> words.channel(one.shop().channel()) + " · " + one.shop().name());
        shop.setValue(askable.getFirst());
        Button fetch = Buttons.with(
                Icon.DOWNLOAD,
                Buttons.plain(
                        words.say("channels.where.fetch"),
                        () -> fetch(shop.getValue().shop().id(), found.channelOrderNo())));
        return said("amber", found, shop, fetch);
    }

    private void fetch(UUID shopId, String orderNo) {
        UUID run = runs.fetchOrders(shopId, List.of(orderNo));
        new RunDialog(run, runs, words, pulse, this::look).open();
    }

    private void go(String path) {
        UI ui = UI.getCurrent();
        close();
        ui.navigate(path);
    }
}
