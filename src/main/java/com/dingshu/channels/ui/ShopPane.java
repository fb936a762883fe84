package com.dingshu.channels.ui;

import com.dingshu.channels.Connections;
import com.dingshu.channels.InboxQueries;
import com.dingshu.channels.IntakeAlert;
import com.dingshu.channels.IntakeRunInfo;
import com.dingshu.channels.IntakeRunItemState;
import com.dingshu.channels.IntakeRuns;
import com.dingshu.channels.ShopSync;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Tenants;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Confirm;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Pulse;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One shop: how it is reached, how its orders come in, what went wrong and what to do, and the fetching of missed orders. */
final class ShopPane extends Aside {

    private static final int RUNS = 10;
    private static final int REFUSED = 5;
    private static final Duration REFUSED_WITHIN = Duration.ofDays(7);

    private final ShopSync shop;
    private final Tools tools;
    private final ChannelWords words;
    private final Runnable close;
    private final Runnable changed;

    /** The doors and helpers the pane works with. */
    record Tools(
            Connections connections,
            IntakeRuns runs,
            InboxQueries inbox,
            Tenants tenants,
            ChannelWords words,
            Pulse pulse,
            Clock clock) {}

    ShopPane(ShopSync shop, Tools tools, Runnable close, Runnable changed) {
        this.shop = shop;
        this.tools = tools;
        this.words = tools.words();
        this.close = close;
        this.changed = changed;
        addClassName("pane");
        getElement().setAttribute("aria-label", shop.shop().name());
        Div body = Parts.div("pane-body");
        body.getElement().setAttribute("tabindex", "0");
        if (!shop.problem().isEmpty()) {
            body.add(trouble());
        }
        body.getElement().appendChild(sync(), access());
        List<IntakeAlert> refused = refused();
        if (!refused.isEmpty()) {
            body.getElement().appendChild(refused(refused));
        }
        if (shop.connected()) {
            body.add(runs());
        }
        add(head(), body);
        Component foot = foot();
        if (foot.getElement().getChildCount() > 1) {
            add(foot);
        }
    }

    private static boolean mayConfigure() {
        return Parts.may(Permission.CHANNELS_CONFIGURE) || Parts.may(Permission.SETTINGS_MANAGE);
    }

    private static boolean mayFetch() {
        return Parts.may(Permission.CHANNELS_REPAIR) || Parts.may(Permission.CHANNELS_CONFIGURE);
    }

    private Component head() {
        return Parts.div(
                "pane-head",
                Marks.channel(shop.shop().channel(), words.channel(shop.shop().channel())),
                new H2(shop.shop().name()),
                Marks.tag(words.tone(shop), words.state(shop)),
                Parts.gap(),
                Buttons.icon(Icon.X, words.say("channels.close"), close));
    }

    private Component trouble() {
        Div hold = Parts.div(
                "hold",
                Icon.TRIANGLE_ALERT.create(),
                new Div(
                        Parts.bold(words.trouble(shop)),
                        new Span(words.say("channels.shops.said", shop.problem(), words.time(shop.nextPullAt())))));
        hold.addClassName("spaced");
        return hold;
    }

    private Element sync() {
        Element facts = facts();
        fact(facts, "channels.shops.pulled", words.time(shop.lastPullAt()));
        fact(facts, "channels.shops.until", words.time(shop.pulledUntil()));
        fact(facts, "channels.shops.pushed", words.time(shop.lastPushAt()));
        fact(facts, "channels.shops.next", shop.pulls() ? words.time(shop.nextPullAt()) : "–");
        fact(facts, "channels.shops.backlog", words.formats().count(shop.backlog()));
        fact(facts, "channels.shops.repair", words.formats().count(shop.needsRepair()));
        Element section = section("channels.shops.sync").appendChild(facts);
        if (shop.needsRepair() > 0) {
            Element link = Parts.element("a", words.say("channels.shops.to-inbox"));
            link.setAttribute("href", "inbox?shop=" + shop.shop().id());
            link.setAttribute("router-link", true);
            section.appendChild(link);
        }
        return section;
    }

    private Element access() {
        Element facts = facts();
        fact(facts, "channels.shops.id", shop.shop().externalId());
        fact(facts, "channels.shops.currency", shop.shop().currency());
        if (shop.connected()) {
            fact(facts, "channels.shops.address", shop.baseAddress());
            fact(facts, "channels.shops.app-key", shop.appKey().isEmpty() ? "–" : shop.appKey());
            fact(facts, "channels.shops.secret", words.say("channels.shops.hidden"));
            fact(facts, "channels.shops.token", words.say("channels.shops.hidden"));
        }
        return section("channels.shops.access").appendChild(facts);
    }

    private List<IntakeAlert> refused() {
        Instant since = tools.clock().instant().minus(REFUSED_WITHIN);
        return tools.inbox().alerts(since).stream()
                .filter(alert -> alert.shopId().equals(shop.shop().id()))
                .limit(REFUSED)
                .toList();
    }

    private Element refused(List<IntakeAlert> alerts) {
        Element facts = facts();
        for (IntakeAlert alert : alerts) {
            facts.appendChild(
                    Parts.element("dt", words.time(alert.lastAt())),
                    Parts.element(
                            "dd",
                            words.say(
                                    "channels.refused." + alert.kind(),
                                    words.formats().count(alert.times()))));
        }
        return section("channels.refused.title").appendChild(facts);
    }

    private Element section(String key) {
        Element section = new Element("section").appendChild(Parts.element("h3", words.say(key)));
        section.getClassList().add("section");
        return section;
    }

    private static Element facts() {
        Element facts = new Element("dl");
        facts.getClassList().add("facts");
        facts.getClassList().add("wide");
        return facts;
    }

    private void fact(Element facts, String key, String value) {
        facts.appendChild(Parts.element("dt", words.say(key)), Parts.element("dd", value));
    }

    // ---------- missed orders ----------

    private Component runs() {
        Section section = new Section(new H3(words.say("channels.backfill.title")));
        section.addClassName("section");
        section.add(Parts.span("quiet", words.say("channels.backfill.about")));
        List<IntakeRunInfo> latest = tools.runs().latestOf(shop.shop().id(), RUNS);
        Element list = new Element("ul");
        list.getClassList().add("runs");
        latest.forEach(run -> list.appendChild(new Element("li")
                .appendChild(Buttons.small(Buttons.flat(summary(run), () -> show(run.id())))
                        .getElement())));
        section.getElement().appendChild(list);
        return section;
    }

    private String summary(IntakeRunInfo run) {
        return words.say(
                run.finished() ? "channels.backfill.done" : "channels.backfill.running",
                words.formats().time(run.startedAt()),
                run.total(),
                run.count(IntakeRunItemState.CREATED),
                run.total() - run.inSystem());
    }

    private void show(UUID run) {
        new RunDialog(run, tools.runs(), words, tools.pulse(), changed).open();
    }

    // ---------- what one can do ----------

    private Component foot() {
        Div foot = Parts.div("pane-foot");
        if (shop.connected() && mayFetch()) {
            if (shop.pulls()) {
                foot.add(Buttons.with(
                        Icon.REFRESH_CW, Buttons.primary(words.say("channels.shops.pull-now"), this::pullNow)));
            }
            foot.add(Buttons.with(Icon.DOWNLOAD, Buttons.plain(words.say("channels.backfill.start"), this::fetch)));
        }
        foot.add(Parts.gap());
        if (mayConfigure() && !shop.shop().channel().equals("file")) {
            foot.add(Buttons.with(
                    Icon.KEY_ROUND,
                    Buttons.plain(
                            words.say(shop.connected() ? "channels.shops.replace" : "channels.shops.connect"),
                            this::replace)));
            if (shop.connected()) {
                foot.add(
                        shop.pulls()
                                ? Buttons.danger(words.say("channels.shops.pause"), this::pause)
                                : Buttons.primary(words.say("channels.shops.resume"), this::resume));
            }
        }
        return foot;
    }

    private void pullNow() {
        tools.connections().pullNow(shop.shop().id());
        Toasts.done(words.say("channels.shops.pull-now.done", shop.shop().name()));
        changed.run();
    }

    private void pause() {
        Confirm.ask(words.say("channels.shops.pause.ask", shop.shop().name()))
                .says(words.say("channels.shops.pause.says"))
                .open(words.say("channels.shops.pause.keep"), words.say("channels.shops.pause"), () -> {
                    tools.connections().pause(shop.shop().id());
                    changed.run();
                });
    }

    private void resume() {
        tools.connections().resume(shop.shop().id());
        Toasts.done(words.say("channels.shops.resume.done", shop.shop().name()));
        changed.run();
    }

    private void replace() {
        new CredentialsDialog(shop, tools.connections(), words, changed).open();
    }

    private void fetch() {
        new BackfillDialog(shop, tools, run -> {
                    changed.run();
                    show(run);
                })
                .open();
    }
}
