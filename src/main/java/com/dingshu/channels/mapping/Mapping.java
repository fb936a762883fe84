package com.dingshu.channels.mapping;

import com.dingshu.channels.mapping.MappingResult.Mapped;
import com.dingshu.channels.mapping.MappingResult.Unmappable;
import com.dingshu.channels.mapping.Reading.Fields;
import com.dingshu.orders.SnapshotAmounts;
import com.dingshu.orders.SnapshotBuyer;
import com.dingshu.orders.SnapshotLine;
import com.dingshu.orders.SnapshotPayment;
import com.dingshu.orders.SnapshotReceiver;
import com.dingshu.orders.SourceStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A compiled mapping document of one version: payload in, standard order out. Pure and safe for many threads; the same
 * payload and document always give the same result.
 */
public final class Mapping {

    private static final int MAX_LINES = 1_000;
    private static final Pattern LINE_FIELD = Pattern.compile("lines\\[(\\d+)]\\..*");

    private final String channel;
    private final int version;
    private final List<Source> order;
    private final List<Source> lines;
    private final Notation notation;
    private final Map<StandardField, FieldRule> orderRules;
    private final Map<StandardField, FieldRule> lineRules;
    private final Map<String, FieldRule> ext;
    private final Map<String, FieldRule> lineExt;

    Mapping(
            String channel,
            int version,
            List<Source> order,
            List<Source> lines,
            Notation notation,
            Map<StandardField, FieldRule> orderRules,
            Map<StandardField, FieldRule> lineRules,
            Map<String, FieldRule> ext,
            Map<String, FieldRule> lineExt) {
        this.channel = channel;
        this.version = version;
        this.order = order;
        this.lines = lines;
        this.notation = notation;
        this.orderRules = orderRules;
        this.lineRules = lineRules;
        this.ext = ext;
        this.lineExt = lineExt;
    }

    /**
     * Compiles a document.
     *
     * @throws MappingFault when it names an unknown field, an invalid expression or lacks a required field
     */
    public static Mapping parse(String yaml) {
        return MappingDocument.parse(yaml);
    }

    public String channel() {
        return channel;
    }

    public int version() {
        return version;
    }

    /** Maps raw bytes. */
    public MappingResult map(byte[] json, MapContext context) {
        return switch (Payload.read(json)) {
            case Payload.Readable readable -> map(readable.content(), context);
            case Payload.Unreadable unreadable -> new Unmappable(List.of(unreadable.problem()));
        };
    }

    /** Maps a payload that has been read. */
    public MappingResult map(Object payload, MapContext context) {
        return guarded(payload, context, new Reading(payload, notation, false));
    }

    /** Maps and tells of every field how it was read. */
    public List<FieldTrace> trace(Object payload, MapContext context) {
        Reading reading = new Reading(payload, notation, true);
        guarded(payload, context, reading);
        return reading.traces();
    }

    /** Whatever a document written by hand comes to over a payload, it ends as a problem of that payload. */
    private MappingResult guarded(Object payload, MapContext context, Reading reading) {
        try {
            return run(payload, context, reading);
        } catch (RuntimeException broken) {
            reading.problem(Problem.of(broken, "payload", ""));
            return new Unmappable(List.copyOf(reading.problems()));
        } catch (StackOverflowError broken) {
            reading.problem("payload", Problem.Kind.EXPRESSION, "StackOverflowError", "");
            return new Unmappable(List.copyOf(reading.problems()));
        }
    }

    /** The order number of one row of a file as written there; empty when the row has none. */
    public String orderNoOf(Map<String, ?> row) {
        FieldRule number = Objects.requireNonNull(orderRules.get(StandardField.CHANNEL_ORDER_NO));
        for (Source source : number.from()) {
            @Nullable Object value = source.value(row, row);
            if (value != null && !Values.blank(value)) {
                return Texts.clean(Texts.unwrap(value.toString()));
            }
        }
        return "";
    }

    /**
     * Which standard field each heading of a file is read as; headings that nothing reads are missing. Of several fields that
     * read a heading, the one that names it first stands for it.
     */
    public Map<String, String> recognised(List<String> headings) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String heading : headings) {
            Map<String, String> row = Map.of(heading, "x");
            Map<String, Integer> places = new LinkedHashMap<>();
            Stream.of(orderRules, lineRules)
                    .forEach(rules -> rules.forEach((field, rule) -> places.put(field.key(), place(rule, row))));
            ext.forEach((name, rule) -> places.put("ext." + name, place(rule, row)));
            places.entrySet().stream()
                    .filter(place -> place.getValue() >= 0)
                    .min(Map.Entry.comparingByValue())
                    .ifPresent(place -> found.put(heading, place.getKey()));
        }
        return found;
    }

    /**
     * Headings of a file by what they tell of.
     *
     * @param ofOrders of the order as a whole; not its amounts, they may stand in each of its rows
     * @param ofGoods which goods a row is about
     */
    public record Headings(Set<String> ofOrders, Set<String> ofGoods) {}

    public Headings headings(List<String> written) {
        Set<String> ofOrders = new LinkedHashSet<>();
        Set<String> ofGoods = new LinkedHashSet<>();
        recognised(written).forEach((heading, field) -> {
            if (orderRules.keySet().stream().anyMatch(known -> known.key().equals(field) && !isMoney(known))) {
                ofOrders.add(heading);
            } else if (field.equals(StandardField.SKU_CODE.key()) || field.equals(StandardField.ITEM_NAME.key())) {
                ofGoods.add(heading);
            }
        });
        return new Headings(ofOrders, ofGoods);
    }

    private static boolean isMoney(StandardField field) {
        return field.type() == FieldType.MONEY;
    }

    private static int place(FieldRule rule, Map<String, String> row) {
        for (int i = 0; i < rule.from().size(); i++) {
            if (rule.from().get(i).value(row, row) != null) {
                return i;
            }
        }
        return -1;
    }

    /** The fields this mapping fills and where it reads them from, in the order of the document. */
    public List<FieldSource> sources() {
        List<FieldSource> sources = new ArrayList<>();
        orderRules.forEach((field, rule) -> sources.add(source(field.key(), rule)));
        lineRules.forEach((field, rule) -> sources.add(source("lines." + field.key(), rule)));
        ext.forEach((name, rule) -> sources.add(source("ext." + name, rule)));
        lineExt.forEach((name, rule) -> sources.add(source("lines.ext." + name, rule)));
        return sources;
    }

    /** Where its payloads keep contact data. */
    public ContactPaths contacts() {
        Map<String, FieldRule> named = new LinkedHashMap<>();
        ext.forEach((name, rule) -> named.put("ext." + name, rule));
        lineExt.forEach((name, rule) -> named.put("lines.ext." + name, rule));
        orderRules.forEach((field, rule) -> named.put(field.key(), rule));
        lineRules.forEach((field, rule) -> named.put("lines." + field.key(), rule));
        return ContactPaths.of(orderRules, named);
    }

    private static FieldSource source(String field, FieldRule rule) {
        return new FieldSource(
                field,
                rule.from().stream().map(Source::text).toList(),
                rule.text(),
                rule.values(),
                rule.otherwise() == null ? "" : rule.otherwise());
    }

    private MappingResult run(Object payload, MapContext context, Reading reading) {
        @Nullable Object scope = orderIn(payload);
        if (scope == null) {
            return new Unmappable(List.of(new Problem(
                    "payload", Problem.Kind.NO_ORDER, "", order.getFirst().text())));
        }
        Fields fields = reading.in(orderRules, scope, "");
        String currency = currency(fields, context, reading);
        List<Object> lineScopes = lineScopes(payload, scope, reading);
        List<SoldLine> sold = new ArrayList<>();
        for (int i = 0; i < lineScopes.size(); i++) {
            sold(reading, lineScopes.get(i), i).ifPresent(sold::add);
        }
        if (sold.isEmpty() && !lineScopes.isEmpty()) {
            reading.problem("lines", Problem.Kind.MISSING, "", lines.getFirst().text());
        }
        @Nullable OrderDraft draft = draft(fields, context, reading, currency, sold, lineScopes, scope);
        return draft == null || !reading.problems().isEmpty()
                ? new Unmappable(List.copyOf(reading.problems()))
                : new Mapped(draft);
    }

    private @Nullable Object orderIn(Object payload) {
        for (Source source : order) {
            @Nullable Object found = source.text().equals("$") ? payload : source.value(payload, payload);
            if (found instanceof Map && looksLikeOrder(payload, found)) {
                return found;
            }
        }
        return null;
    }

    /** Neither a number nor lines: whatever it is, it is no order. */
    private boolean looksLikeOrder(Object payload, Object scope) {
        FieldRule number = Objects.requireNonNull(orderRules.get(StandardField.CHANNEL_ORDER_NO));
        return lines.stream().anyMatch(source -> source.value(payload, scope) != null)
                || number.from().stream().anyMatch(source -> source.value(payload, scope) != null);
    }

    private static String currency(Fields fields, MapContext context, Reading reading) {
        String said = fields.text(StandardField.CURRENCY, 10);
        String code = (said.isEmpty() ? context.currency() : said).toUpperCase(Locale.ROOT);
        if (!reading.in(code)) {
            reading.problem(
                    StandardField.CURRENCY.key(),
                    Problem.Kind.UNKNOWN_VALUE,
                    code,
                    fields.source(StandardField.CURRENCY));
        }
        return code;
    }

    private List<Object> lineScopes(Object payload, Object scope, Reading reading) {
        for (Source source : lines) {
            List<Object> list = objects(source, payload, scope);
            if (list.size() > MAX_LINES) {
                reading.problem("lines", Problem.Kind.TOO_COMPLEX, Integer.toString(list.size()), source.text());
                return List.of();
            }
            if (!list.isEmpty()) {
                return list;
            }
        }
        Source first = lines.getFirst();
        boolean nothing = isNothing(first.value(payload, scope));
        reading.problem("lines", nothing ? Problem.Kind.MISSING : Problem.Kind.TYPE_CHANGED, "", first.text());
        return List.of();
    }

    /** The objects of a list; an object that stands alone where the list is looked for first is the only one. */
    private List<Object> objects(Source source, Object payload, Object scope) {
        @Nullable Object value = source.value(payload, scope);
        if (value instanceof Map<?, ?> one && !one.isEmpty() && source == lines.getFirst()) {
            return List.of(one);
        }
        List<Object> list = new ArrayList<>();
        if (value instanceof List<?> several) {
            several.stream().filter(Map.class::isInstance).forEach(list::add);
        }
        return list;
    }

    /**
     * Where in the payload a problem lies, as paths from its root such as {@code trade.orders.order[0].num}; empty when that
     * cannot be told.
     */
    public Set<String> locate(Object payload, Problem problem) {
        Set<String> paths = new LinkedHashSet<>();
        Matcher line = LINE_FIELD.matcher(problem.field());
        String base = line.matches()
                ? join(orderPath(payload), linesPath(payload) + "[" + line.group(1) + "]")
                : orderPath(payload);
        for (String part : problem.source().split(" & |(^| )[+−] ")) {
            if (!part.isBlank()) {
                paths.add(used(payload, base, part.split(" \\| ")));
            }
        }
        return paths;
    }

    /** Of several sources the one that was read: the first that has a value; where none has, the first of all. */
    private static String used(Object payload, String base, String[] sources) {
        List<String> paths = Stream.of(sources)
                .map(source -> source.startsWith("$$.") ? source.substring(3) : join(base, source.replace("`", "")))
                .toList();
        return paths.stream()
                .filter(path -> Source.Path.parse(path)
                        .map(at -> at.value(payload, payload))
                        .filter(value -> !Values.blank(value))
                        .isPresent())
                .findFirst()
                .orElse(paths.getFirst());
    }

    private String orderPath(Object payload) {
        for (Source source : order) {
            if (!source.text().equals("$") && source.value(payload, payload) instanceof Map) {
                return source.text();
            }
        }
        return "";
    }

    private String linesPath(Object payload) {
        @Nullable Object scope = orderIn(payload);
        return lines.stream()
                .filter(source ->
                        scope != null && !objects(source, payload, scope).isEmpty())
                .findFirst()
                .orElse(lines.getFirst())
                .text();
    }

    private static String join(String base, String path) {
        return base.isEmpty() ? path : base + "." + path;
    }

    private static boolean isNothing(@Nullable Object found) {
        return found == null
                || Values.blank(found)
                || found instanceof List<?> list && list.isEmpty()
                || found instanceof Map<?, ?> map && map.isEmpty();
    }

    private Optional<SoldLine> sold(Reading reading, Object scope, int index) {
        Fields fields = reading.in(lineRules, scope, "lines[" + index + "].");
        if (Boolean.TRUE.equals(fields.flag(StandardField.NOT_GOODS))) {
            return Optional.empty();
        }
        return Optional.of(
                new SoldLine(line(reading, fields, scope, index), fields.remaining(StandardField.CURRENT_QUANTITY)));
    }

    private LineDraft line(Reading reading, Fields fields, Object scope, int index) {
        String prefix = "lines[" + index + "].";
        String lineNo = fields.id(StandardField.LINE_NO);
        long unitPrice = fields.notNegative(StandardField.UNIT_PRICE);
        // a sum may raise the price of a line by hand; a plain figure below zero is a discount with a sign nobody can
        // be sure of
        long discount = fields.isSum(StandardField.LINE_DISCOUNT)
                ? fields.amount(StandardField.LINE_DISCOUNT)
                : fields.notNegative(StandardField.LINE_DISCOUNT);
        return new LineDraft(
                lineNo.isEmpty() ? Integer.toString(index + 1) : lineNo,
                fields.id(StandardField.SKU_CODE),
                fields.text(StandardField.ITEM_NAME, 200),
                fields.text(StandardField.SPEC, 200),
                fields.quantity(StandardField.QUANTITY),
                unitPrice,
                discount,
                fields.money(StandardField.ORDER_DISCOUNT_SHARE),
                fields.money(StandardField.COUPON_SHARE),
                fields.money(StandardField.POINTS_SHARE),
                fields.money(StandardField.LINE_PAID),
                Boolean.TRUE.equals(fields.flag(StandardField.GIFT)),
                Boolean.TRUE.equals(fields.flag(StandardField.REFUND_ASKED)),
                extensions(reading, fields, scope, prefix));
    }

    private Map<String, String> extensions(Reading reading, Fields fields, Object scope, String prefix) {
        String position = fields.text(StandardField.WAREHOUSE_POSITION, 100);
        Map<String, String> named = reading.extensions(lineExt, scope, prefix);
        if (position.isEmpty()) {
            return named;
        }
        Map<String, String> all = new LinkedHashMap<>(named);
        all.put(SnapshotLine.WAREHOUSE_POSITION, position);
        return all;
    }

    private @Nullable OrderDraft draft(
            Fields fields,
            MapContext context,
            Reading reading,
            String currency,
            List<SoldLine> sold,
            List<Object> lineScopes,
            Object scope) {
        String orderNo = fields.id(StandardField.CHANNEL_ORDER_NO);
        @Nullable SourceStatus status = fields.code(StandardField.STATUS, SourceStatus.class);
        @Nullable Instant orderedAt = fields.time(StandardField.ORDERED_AT);
        @Nullable Instant modifiedAt = fields.time(StandardField.SOURCE_MODIFIED_AT);
        @Nullable Instant paidAt = fields.time(StandardField.PAID_AT);
        StillWanted wanted = StillWanted.of(status, sold);
        status = wanted.status();
        PaidSoFar money = PaidSoFar.of(fields, status, paidAt);
        SnapshotAmounts amounts = Totals.of(fields, reading, wanted, lineScopes, money);
        @Nullable SnapshotPayment payment = payment(fields, context, orderNo, status, money, paidAt);
        SnapshotBuyer buyer =
                new SnapshotBuyer(fields.id(StandardField.BUYER_KEY), fields.text(StandardField.BUYER_NICK, 100));
        @Nullable SnapshotReceiver receiver = Receivers.read(fields, context);
        Map<String, String> extensions = reading.extensions(ext, scope, "");
        if (status == null || orderedAt == null || modifiedAt == null) {
            return missingTime(reading, orderedAt, modifiedAt);
        }
        return new OrderDraft(
                channel,
                version,
                orderNo,
                status,
                modifiedAt,
                orderedAt,
                paidAt,
                currency,
                wanted.lines(),
                amounts,
                payment,
                buyer,
                receiver,
                fields.text(StandardField.BUYER_NOTE, 1_000),
                fields.text(StandardField.SELLER_NOTE, 1_000),
                fields.tags(StandardField.TAGS),
                extensions,
                fields.time(StandardField.SHIP_BY));
    }

    /** A time written as 0 is no time; where one is required that is a problem too. */
    private static @Nullable OrderDraft missingTime(
            Reading reading, @Nullable Instant orderedAt, @Nullable Instant modifiedAt) {
        if (reading.problems().isEmpty()) {
            StandardField field = orderedAt == null ? StandardField.ORDERED_AT : StandardField.SOURCE_MODIFIED_AT;
            reading.problem(field.key(), Problem.Kind.MISSING, String.valueOf(modifiedAt == null), "");
        }
        return null;
    }

    /** What is to go out before it is paid, as on delivery, has a payment without proof: a person says when the money is there. */
    private static @Nullable SnapshotPayment payment(
            Fields fields,
            MapContext context,
            String orderNo,
            @Nullable SourceStatus status,
            PaidSoFar money,
            @Nullable Instant paidAt) {
        boolean toGoOut = status == SourceStatus.PAID;
        if (!money.paid() && !toGoOut) {
            return null;
        }
        String method = fields.text(StandardField.PAYMENT_METHOD, 50);
        String number = fields.id(StandardField.PAYMENT_NO);
        String proof = money.paid() ? context.proof() : "";
        return new SnapshotPayment(method, number.isEmpty() ? orderNo : number, paidAt, !proof.isEmpty(), proof);
    }
}
