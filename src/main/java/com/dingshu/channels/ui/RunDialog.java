package com.dingshu.channels.ui;

import com.dingshu.channels.IntakeRuns;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Pulse;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.UUID;

/** A run's progress and report; closing it does not stop the run. */
final class RunDialog extends Dialog {

    RunDialog(UUID run, IntakeRuns runs, ChannelWords words, Pulse pulse, Runnable finished) {
        setHeaderTitle(words.say("channels.run.title"));
        setWidth("640px");
        setMaxWidth("calc(100vw - 32px)");
        add(new RunReport(run, runs, words, pulse, finished));
        getFooter().add(Buttons.plain(words.say("channels.run.close"), this::close));
    }
}
