package com.dingshu.notifications;

import com.dingshu.notifications.WayOut.Outcome;

/** The demonstration's way out: the message can be read by staff on screen, and goes nowhere. */
final class ScreenOutbox implements WayOut {

    static final String NAME = "SCREEN";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome send(Outgoing message) {
        return new Outcome.Sent("");
    }
}
