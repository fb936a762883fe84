package com.dingshu.channels.mapping;

import com.dingshu.channels.SignVectors;
import com.dingshu.orders.SnapshotAmounts;
import com.dingshu.orders.SnapshotLine;
import com.dingshu.orders.SnapshotPayment;
import com.dingshu.orders.SnapshotReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A payload as a platform may send it, with what it has to become. Kept as a file below {@code channels/variants}: either a
 * whole {@code payload}, or what it {@code change}s of the channel's base and its {@code lines} of the base's first line.
 */
public record Variant(String channel, String name, JsonNode file) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = new YAMLMapper();

    /** Where a channel's base payload lies, the order in it, and the lines in the order. */
    private record Base(String sample, String order, String lines) {}

    private static final Map<String, Base> BASES = Map.of(
            "taobao",
            new Base("taobao/trade_fullinfo_get.json", "/trade_fullinfo_get_response/trade", "/orders/order"),
            "douyin",
            new Base("douyin/order_orderDetail.json", "/data/shop_order_detail", "/sku_order_list"),
            "shopify",
            new Base("variants/shopify/base.json", "", "/line_items"));

    /** All variants of a channel. */
    public static List<Variant> of(String channel) {
        URL folder = Objects.requireNonNull(Variant.class.getResource("/channels/variants/" + channel));
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> read(channel, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Variant read(String channel, Path file) {
        String name = file.getFileName().toString().replace(".yaml", "");
        return new Variant(channel, name, YAML.readTree(file.toFile()));
    }

    /** The bytes as they come in. */
    public byte[] payload() {
        if (file.has("payload")) {
            return file.path("payload").asString().getBytes(StandardCharsets.UTF_8);
        }
        Base base = Objects.requireNonNull(BASES.get(channel));
        JsonNode root = JSON.readTree(SignVectors.bytes(base.sample()));
        ObjectNode order = (ObjectNode) root.at(base.order());
        if (file.has("lines")) {
            lines((ArrayNode) order.at(base.lines()));
        }
        merge(order, file.path("change"));
        return JSON.writeValueAsBytes(root);
    }

    private void lines(ArrayNode lines) {
        ObjectNode first = (ObjectNode) lines.get(0);
        lines.removeAll();
        for (JsonNode change : file.path("lines")) {
            ObjectNode line = first.deepCopy();
            merge(line, change);
            lines.add(line);
        }
    }

    /** As in RFC 7396, but that a null stays one: the word {@code absent} takes a field away. */
    private static void merge(ObjectNode target, JsonNode change) {
        change.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isString() && value.asString().equals("absent")) {
                target.remove(field.getKey());
            } else if (value instanceof ObjectNode inner && target.get(field.getKey()) instanceof ObjectNode known) {
                merge(known, inner);
            } else {
                target.set(field.getKey(), value);
            }
        });
    }

    public MapContext context() {
        return new MapContext(file.path("currency").asString("CNY"), Map.of(), "signed call");
    }

    /** What has to come out, in the words of {@link #told}. */
    public Map<String, String> expected() {
        Map<String, String> expected = new LinkedHashMap<>();
        file.path("expect").properties().forEach(field -> expected.put(field.getKey(), text(field.getValue())));
        return expected;
    }

    private static String text(JsonNode node) {
        return node.isArray()
                ? node.values().stream().map(JsonNode::asString).collect(Collectors.joining("; "))
                : node.isObject()
                        ? node.properties().stream()
                                .map(field ->
                                        field.getKey() + " " + field.getValue().asString())
                                .collect(Collectors.joining(", "))
                        : node.asString();
    }

    /** What came out, as far as the variant asks for it. */
    public Map<String, String> told(MappingResult result) {
        Map<String, String> told = new LinkedHashMap<>();
        switch (result) {
            case MappingResult.Unmappable unmappable -> {
                Problem first = unmappable.first();
                told.put("problem", first.kind() + " " + first.field());
            }
            case MappingResult.Mapped(OrderDraft draft) -> order(draft, told);
        }
        Map<String, String> asked = new LinkedHashMap<>();
        expected().keySet().forEach(key -> asked.put(key, told.getOrDefault(key, "–")));
        if (told.containsKey("problem") && !asked.containsKey("problem")) {
            asked.put("problem", told.get("problem"));
        }
        return asked;
    }

    private static void order(OrderDraft draft, Map<String, String> told) {
        told.put("number", draft.channelOrderNo());
        told.put("status", draft.status().name());
        told.put("currency", draft.currency());
        told.put("amounts", amounts(draft.amounts()));
        told.put("lines", draft.lines().stream().map(Variant::line).collect(Collectors.joining("; ")));
        told.put("orderedAt", draft.orderedAt().toString());
        told.put("modifiedAt", draft.sourceModifiedAt().toString());
        told.put("paidAt", String.valueOf(draft.paidAt()));
        told.put("payment", payment(draft.payment()));
        told.put("receiver", receiver(draft.receiver()));
        told.put("buyer", draft.buyer().channelBuyerKey());
        told.put("buyerNote", draft.buyerNote());
        told.put("sellerNote", draft.sellerNote());
        told.put("tags", String.join("; ", draft.tags()));
        draft.ext().forEach((name, value) -> told.put("ext." + name, value));
    }

    /** The amounts that are not zero, due and paid always. */
    private static String amounts(SnapshotAmounts amounts) {
        Map<String, Long> all = new LinkedHashMap<>();
        all.put("goods", amounts.goodsTotalMinor());
        all.put("lines", amounts.lineDiscountsMinor());
        all.put("order", amounts.orderDiscountMinor());
        all.put("coupon", amounts.couponMinor());
        all.put("points", amounts.pointsMinor());
        all.put("freight", amounts.freightMinor());
        all.put("tax", amounts.taxMinor());
        all.values().removeIf(minor -> minor == 0);
        all.put("due", amounts.amountDueMinor());
        all.put("paid", amounts.actualPaidMinor());
        return all.entrySet().stream()
                .map(amount -> amount.getKey() + " " + amount.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String line(LineDraft line) {
        @Nullable Long share = line.orderDiscountShareMinor();
        @Nullable String position = line.ext().get(SnapshotLine.WAREHOUSE_POSITION);
        return line.quantity() + " x " + line.itemKey() + " @ " + line.unitPriceMinor()
                + (line.lineDiscountMinor() == 0 ? "" : " own " + line.lineDiscountMinor())
                + (share == null || share == 0 ? "" : " share " + share)
                + (line.gift() ? " gift" : "")
                + (line.refundAsked() ? " refund asked" : "")
                + (position == null ? "" : " from " + position);
    }

    private static String payment(@Nullable SnapshotPayment payment) {
        return payment == null ? "none" : payment.method() + (payment.verified() ? " proved" : " unproved");
    }

    private static String receiver(@Nullable SnapshotReceiver to) {
        return to == null
                ? "none"
                : Stream.of(
                                to.name(),
                                to.phone(),
                                to.country(),
                                to.province(),
                                to.city(),
                                to.district(),
                                to.detail(),
                                to.postcode(),
                                to.masked() ? "masked" : "clear")
                        .collect(Collectors.joining("|"));
    }

    @Override
    public String toString() {
        return channel + "/" + name;
    }
}
