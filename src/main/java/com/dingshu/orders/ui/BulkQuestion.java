package com.dingshu.orders.ui;

import com.dingshu.orders.BulkForecast;
import com.dingshu.orders.BulkVerb;
import com.dingshu.uikit.Confirm;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/**
 * Asks before a step is taken with many orders: how many it fits, what they are worth, who is left out and why, and the reason
 * where one is kept.
 */
final class BulkQuestion {

    private static final int LONGEST_REASON = 200;

    private BulkQuestion() {}

    static void ask(BulkVerb verb, BulkForecast forecast, OrderWords words, Consumer<String> go) {
        if (forecast.fitting() == 0) {
            Toasts.note(words.say("orders.bulk.fits-none"), BulkBar.skipped(forecast, words), null);
            return;
        }
        String key = BulkBar.key(verb);
        String count = words.formats().count(forecast.fitting());
        Confirm confirm = Confirm.ask(words.say("orders.bulk.ask." + key, count));
        if (forecast.worth() != null && forecast.worth().minor() > 0) {
            confirm.says(words.say("orders.bulk.sum", words.formats().money(forecast.worth())));
        }
        if (forecast.others() > 0) {
            confirm.says(BulkBar.skipped(forecast, words));
        }
        confirm.says(words.say("orders.bulk.ask.then"));
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
