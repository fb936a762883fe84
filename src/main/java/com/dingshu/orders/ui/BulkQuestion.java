package com.dingshu.orders.ui;

import com.dingshu.orders.BulkVerb;
import com.dingshu.uikit.Confirm;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Asks before a step is taken with many orders: how many, what follows, and the reason where one is kept. */
final class BulkQuestion {

    private static final int LONGEST_REASON = 200;

    private BulkQuestion() {}

    /** Steps that can be taken back and need no reason are started at once. */
    static void askIfNeeded(BulkVerb verb, int count, OrderWords words, Consumer<String> go) {
        if (verb.needsReason()) {
            ask(verb, words.formats().count(count), words, go);
        } else {
            go.accept("");
        }
    }

    static void ask(BulkVerb verb, String count, OrderWords words, Consumer<String> go) {
        String key = BulkBar.key(verb);
        Confirm confirm =
                Confirm.ask(words.say("orders.bulk.ask." + key, count)).says(words.say("orders.bulk.ask.then"));
        if (verb != BulkVerb.REJECT) {
            confirm.calm();
        }
        String keep = words.say("orders.bulk.ask.keep");
        String act = words.say("orders.bulk.title." + key, count);
        if (!verb.needsReason()) {
            confirm.open(keep, act, () -> go.accept(""));
            return;
        }
        TextArea reason = new TextArea(words.say("orders.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setRequired(true);
        reason.setWidthFull();
        confirm.with(reason)
                .open(
                        keep,
                        act,
                        () -> {
                            boolean empty = reason.getValue().isBlank();
                            reason.setInvalid(empty);
                            reason.setErrorMessage(words.say("orders.reason.missing"));
                            return !empty;
                        },
                        () -> go.accept(reason.getValue().strip()));
    }
}
