package com.dingshu.orders.ui;

import com.dingshu.orders.OrderSummary;
import com.dingshu.uikit.Marks;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of the board, and the one card that stands for all of them on a phone. */
final class OrderColumns {

    private final Grid<OrderSummary> grid;
    private final OrderWords words;
    private final List<Grid.Column<OrderSummary>> wide = new ArrayList<>();
    private final Grid.Column<OrderSummary> card;

    OrderColumns(Grid<OrderSummary> grid, OrderWords words) {
        this.grid = grid;
        this.words = words;
        column(
                        "number",
                        "132px",
                        Marks.numbered(OrderSummary::channel, o -> words.channel(o.channel()), OrderSummary::number))
                .setFrozen(true);
        column("clock", "88px", Marks.clock(words::clock));
        column("fulfilment", "96px", Marks.fulfilment(words::step, words::anchor));
        column("payment", "88px", Marks.payment(words::pay, words::payment));
        column("after-sales", "86px", afterSalesTag());
        column("blocked", "116px", blocked());
        column("paid", "88px", Marks.figure(words::paid))
                .setHeader(words.say("orders.column.paid") + " "
                        + words.formats().sign(words.formats().currency()))
                .setTextAlign(ColumnTextAlign.END);
        column("items", "120px", text(OrderSummary::itemText)).setFlexGrow(1);
        column("units", "36px", Marks.figure(o -> String.valueOf(o.units()))).setTextAlign(ColumnTextAlign.END);
        column("receiver", "116px", receiver());
        column("warehouse", "104px", text(this::warehouse));
        column(
                "tags",
                "64px",
                Marks.tag(
                        o -> Marks.Tone.VIOLET,
                        o -> o.tags().isEmpty() ? null : o.tags().getFirst()));
        column("placed", "56px", placed()).setTextAlign(ColumnTextAlign.END);
        card = grid.addColumn(card()).setFlexGrow(1);
        card.setVisible(false);
    }

    /** One column of cards below 800 px, the table above. */
    void narrow(boolean narrow) {
        wide.forEach(column -> column.setVisible(!narrow));
        card.setVisible(narrow);
        grid.setClassName("cards", narrow);
        grid.getElement()
                .executeJs(
                        "const boxes = this.querySelector('vaadin-grid-flow-selection-column'); if (boxes) boxes.hidden = $0",
                        narrow);
    }

    private Grid.Column<OrderSummary> column(String key, String width, Renderer<OrderSummary> renderer) {
        Grid.Column<OrderSummary> column = grid.addColumn(renderer)
                .setHeader(words.say("orders.column." + key))
                .setWidth(width)
                .setFlexGrow(0)
                .setKey(key);
        wide.add(column);
        return column;
    }

    private Renderer<OrderSummary> afterSalesTag() {
        return LitRenderer.<OrderSummary>of(
                        "${item.text ? html`<ds-tag tone=\"violet\">${item.text}</ds-tag>` : html`<span class=\"faint\">–</span>`}")
                .withProperty("text", this::afterSales);
    }

    private Renderer<OrderSummary> blocked() {
        return LitRenderer.<OrderSummary>of("${item.tone === 'none' ? item.text"
                        + " : html`<ds-tag tone=${item.tone}>${item.text}</ds-tag>`}")
                .withProperty("tone", o -> words.tone(o).name().toLowerCase(java.util.Locale.ROOT))
                .withProperty("text", words::blockedBy);
    }

    private static Renderer<OrderSummary> text(com.vaadin.flow.function.ValueProvider<OrderSummary, String> value) {
        return LitRenderer.<OrderSummary>of("<span class=\"cut\" title=${item.text}>${item.text}</span>")
                .withProperty("text", value);
    }

    /** Who and where to; the telephone number is for the pane. */
    private static Renderer<OrderSummary> receiver() {
        return LitRenderer.<OrderSummary>of(
                        "<span class=\"cut\" title=${item.full}>${item.name} <span class=\"quiet\">${item.place}</span></span>")
                .withProperty("name", o -> o.receiver().name())
                .withProperty("place", OrderWords::place)
                .withProperty(
                        "full",
                        o -> o.receiver().name() + " " + o.receiver().phone() + " "
                                + o.receiver().address());
    }

    private Renderer<OrderSummary> placed() {
        return LitRenderer.<OrderSummary>of("<span class=\"num quiet\" title=${item.exact}>${item.text}</span>")
                .withProperty("text", o -> words.shortTime(o.placedAt()))
                .withProperty("exact", o -> words.formats().time(o.placedAt()));
    }

    private Renderer<OrderSummary> card() {
        return LitRenderer.<OrderSummary>of("""
                        <div class="order-card">
                          <div><span class="order-no"><ds-channel channel=${item.channel} label=${item.channelName}></ds-channel><span>${item.number}</span></span><span class="grow"></span><ds-clock state=${item.clock} due=${item.due} since=${item.since} taken=${item.taken}></ds-clock></div>
                          <div><span class="cut grow">${item.items}</span><span class="amount">${item.paid}</span></div>
                          <div class="states"><ds-fulfilment state=${item.step} label=${item.stepName}></ds-fulfilment><ds-payment state=${item.pay} label=${item.payName}></ds-payment><span class="grow"></span>${item.tone === 'none' ? item.blocked : html`<ds-tag tone=${item.tone}>${item.blocked}</ds-tag>`}</div>
                        </div>""")
                .withProperty("channel", OrderSummary::channel)
                .withProperty("channelName", o -> words.channel(o.channel()))
                .withProperty("number", OrderSummary::number)
                .withProperty("clock", o -> attribute(words.clock(o).state()))
                .withProperty("due", o -> millis(words.clock(o).due()))
                .withProperty("since", o -> millis(words.clock(o).since()))
                .withProperty("taken", o -> orEmpty(words.clock(o).taken()))
                .withProperty("step", o -> attribute(words.step(o)))
                .withProperty("stepName", words::anchor)
                .withProperty("pay", o -> attribute(words.pay(o)))
                .withProperty("payName", words::payment)
                .withProperty("tone", o -> attribute(words.tone(o)))
                .withProperty("blocked", words::blockedBy)
                .withProperty("items", OrderSummary::itemText)
                .withProperty("paid", o -> words.money(o.paidMinor(), o.currency()));
    }

    private @Nullable String afterSales(OrderSummary order) {
        return order.afterSales() == null ? null : words.say("orders.after-sales." + order.afterSales());
    }

    private String warehouse(OrderSummary order) {
        return order.carrier().isEmpty() ? order.warehouse() : order.warehouse() + " · " + order.carrier();
    }

    private static String attribute(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String millis(@Nullable Instant at) {
        return at == null ? "" : String.valueOf(at.toEpochMilli());
    }

    private static String orEmpty(@Nullable Long value) {
        return value == null ? "" : value.toString();
    }
}
