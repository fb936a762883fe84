package com.dingshu.catalog.ui;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.FieldProblem;
import com.dingshu.catalog.SaveSku;
import com.dingshu.catalog.SaveSkuResult;
import com.dingshu.catalog.SkuDetails;
import com.dingshu.catalog.SkuInfo;
import com.dingshu.catalog.SkuSize;
import com.dingshu.catalog.SkuType;
import com.dingshu.catalog.ui.SkuListView.Moves;
import com.dingshu.shared.Money;
import com.dingshu.tenancy.Acting;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Confirm;
import com.dingshu.uikit.Pane;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A SKU's data as fields; whatever is refused is named at its field with the way to put it right. */
final class SkuForm {

    private static final int HUNDREDTHS = 2;

    private final @Nullable SkuDetails before;
    private final Catalog catalog;
    private final SkuWords words;
    private final Moves moves;
    private final SaveSku start;

    private final TextField code;
    private final TextField name;
    private final TextField spec;
    private final TextField product;
    private final TextField barcodes;
    private final Select<SkuType> type = new Select<>();
    private final FigureField weight;
    private final FigureField length;
    private final FigureField width;
    private final FigureField height;
    private final TextField currency;
    private final FigureField price;
    private final FigureField cost;
    private final TextField tax;
    private final FigureField safety;
    private final FigureField buffer;
    private final Checkbox roundsUp;
    private final TextField reason;
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    /** @param before null for a new SKU */
    SkuForm(@Nullable SkuDetails before, String currencyCode, Catalog catalog, SkuWords words, Moves moves) {
        this.before = before;
        this.catalog = catalog;
        this.words = words;
        this.moves = moves;
        this.start = before == null ? SaveSku.of("", "", 0, currencyCode) : before.asWish();
        int decimals = Money.decimals(currencyCode);
        code = text("code", start.code());
        name = text("name", start.naming().name());
        spec = text("spec", start.naming().spec());
        product = text("productCode", start.naming().productCode());
        barcodes = text("barcodes", String.join(" ", start.naming().barcodes()));
        weight = figure("weightGrams", 0, start.handling().weightGrams());
        SkuSize size = start.handling().size();
        length = figure("lengthMm", 0, size == null ? null : (Long) (long) size.lengthMm());
        width = figure("widthMm", 0, size == null ? null : (Long) (long) size.widthMm());
        height = figure("heightMm", 0, size == null ? null : (Long) (long) size.heightMm());
        currency = text("currency", start.pricing().currency());
        price = figure("priceMinor", decimals, start.pricing().priceMinor());
        cost = figure("costMinor", decimals, start.pricing().costMinor());
        tax = text("taxCode", start.pricing().taxCode());
        safety = figure("safetyStock", 0, wide(start.keeping().safetyStock()));
        buffer =
                figure("bufferPercentTimes100", HUNDREDTHS, wide(start.keeping().bufferPercentTimes100()));
        roundsUp = new Checkbox(words.say("catalog.rounds"), start.keeping().bufferRoundsUp());
        reason = text("reason", "");
        hints();
    }

    Pane pane() {
        String title = before == null
                ? words.say("catalog.new")
                : words.say("catalog.edit.title", before.sku().code());
        type.setLabel(words.say("catalog.field.type"));
        type.setItems(SkuType.values());
        type.setItemLabelGenerator(words::type);
        type.setValue(start.handling().type());
        code.setReadOnly(before != null);
        code.setRequiredIndicatorVisible(before == null);
        name.setRequiredIndicatorVisible(true);
        var body = new Div(
                part("naming", whole(name), code, spec, product, barcodes),
                part("pricing", price, cost, tax, currency),
                part("handling", type, weight, whole(thirds(length, width, height))),
                part("keeping", safety, buffer, whole(roundsUp)));
        if (before != null) {
            body.add(part("why", whole(reason)));
        }
        (before == null ? code : name).focus();
        return new Pane(title, words.say("catalog.form.keep"), this::leave)
                .body(body)
                .foot(
                        Buttons.primary(
                                words.say(before == null ? "catalog.form.create" : "catalog.form.save"), this::save),
                        Buttons.flat(words.say("catalog.form.keep"), this::leave));
    }

    /** Asks before changes are thrown away. */
    void leave() {
        if (readable() && wish().equals(start)) {
            back();
        } else {
            Confirm.ask(words.say("catalog.form.leave"))
                    .says(words.say("catalog.form.leave.says"))
                    .open(words.say("catalog.form.stay"), words.say("catalog.form.discard"), this::back);
        }
    }

    private void back() {
        if (before == null) {
            moves.close();
        } else {
            moves.show(before.sku().code());
        }
    }

    private void save() {
        fields.values().forEach(field -> field.setInvalid(false));
        if (!readable()) {
            focusFirstInvalid();
            return;
        }
        SaveSkuResult result = Acting.current()
                .because(reason.getValue().isBlank() ? null : reason.getValue().strip())
                .call(() -> before == null ? catalog.create(wish()) : catalog.change(start, wish()));
        switch (result) {
            case SaveSkuResult.Created(SkuInfo sku) -> {
                Toasts.done(words.say("catalog.created", sku.code()));
                moves.added(sku);
            }
            case SaveSkuResult.Changed(SkuInfo sku) -> {
                Toasts.done(words.say("catalog.saved", sku.code()));
                moves.changed(sku);
            }
            case SaveSkuResult.Unchanged(SkuInfo sku) -> moves.show(sku.code());
            case SaveSkuResult.Overtaken overtaken ->
                Toasts.note(
                        words.say("catalog.overtaken"),
                        words.say("catalog.overtaken.why"),
                        Buttons.flat(words.say("catalog.overtaken.show"), this::back));
            case SaveSkuResult.Refused(List<FieldProblem> problems) -> refuse(problems);
        }
    }

    private void refuse(List<FieldProblem> problems) {
        for (FieldProblem problem : problems) {
            HasValidation field = fields.get(problem.field());
            if (field != null && !field.isInvalid()) {
                field.setErrorMessage(message(problem));
                field.setInvalid(true);
            }
        }
        focusFirstInvalid();
    }

    /** The field's own way to put it right where it has one. */
    private String message(FieldProblem problem) {
        String own = "catalog.problem." + problem.kind() + "." + problem.field();
        String worded = words.say(own, problem.value());
        return worded.equals(own) ? words.say("catalog.problem." + problem.kind(), problem.value()) : worded;
    }

    private void focusFirstInvalid() {
        fields.values().stream()
                .filter(HasValidation::isInvalid)
                .findFirst()
                .filter(Focusable.class::isInstance)
                .map(Focusable.class::cast)
                .ifPresent(Focusable::focus);
    }

    private boolean readable() {
        // why: every one is asked, so that all that cannot be read are marked at once
        return Stream.of(weight, length, width, height, price, cost, safety, buffer)
                        .filter(field -> !field.isReadable())
                        .count()
                == 0;
    }

    private SaveSku wish() {
        return new SaveSku(
                code.getValue(),
                new SaveSku.Naming(
                        product.getValue(),
                        name.getValue(),
                        spec.getValue(),
                        List.of(barcodes.getValue().split("[\\s,，、;；]+"))),
                new SaveSku.Handling(type.getValue(), weight.scaled().orElse(0L), size()),
                new SaveSku.Pricing(
                        price.scaled().orElse(0L), cost.scaled().orElse(0L), currency.getValue(), tax.getValue()),
                new SaveSku.Keeping(narrow(safety), narrow(buffer), roundsUp.getValue()),
                start.active());
    }

    private @Nullable SkuSize size() {
        Optional<Long> l = length.scaled();
        Optional<Long> w = width.scaled();
        Optional<Long> h = height.scaled();
        return l.isEmpty() && w.isEmpty() && h.isEmpty() ? null : new SkuSize(whole(l), whole(w), whole(h));
    }

    private static int whole(Optional<Long> figure) {
        return figure.map(SkuForm::within).orElse(0);
    }

    private static @Nullable Integer narrow(FigureField field) {
        return field.scaled().map(SkuForm::within).orElse(null);
    }

    /** Whatever is too large for a field stays too large. */
    private static int within(long figure) {
        return Math.clamp(figure, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static @Nullable Long wide(@Nullable Integer figure) {
        return figure == null ? null : Long.valueOf(figure);
    }

    private void hints() {
        barcodes.setHelperText(words.say("catalog.form.barcodes"));
        product.setHelperText(words.say("catalog.form.product"));
        buffer.setHelperText(words.say("catalog.form.buffer"));
        safety.setHelperText(words.say("catalog.form.safety"));
        reason.setHelperText(words.say("catalog.form.reason"));
        reason.setMaxLength(200);
    }

    private TextField text(String field, @Nullable String value) {
        var text = new TextField(words.say("catalog.form.field." + field));
        text.setValue(value == null ? "" : value);
        fields.put(field, text);
        return text;
    }

    private FigureField figure(String field, int decimals, @Nullable Long value) {
        var figure = new FigureField(
                        words.say("catalog.form.field." + field),
                        decimals,
                        words.say(
                                decimals == 0 ? "catalog.problem.not-whole" : "catalog.problem.not-decimal", decimals))
                .with(value);
        fields.put(field, figure);
        return figure;
    }

    private Component part(String key, Component... parts) {
        var grid = new Div(parts);
        grid.addClassName("fields");
        return Pane.section(words.say("catalog.part." + key), grid);
    }

    private static <C extends Component> C whole(C part) {
        part.getElement().getClassList().add("whole");
        return part;
    }

    private static Div thirds(Component... parts) {
        var row = new Div(parts);
        row.addClassNames("fields", "thirds");
        return row;
    }
}
