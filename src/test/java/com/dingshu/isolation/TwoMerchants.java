package com.dingshu.isolation;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SaveSku;
import com.dingshu.channels.RawInbox;
import com.dingshu.channels.RawKind;
import com.dingshu.channels.RawMessage;
import com.dingshu.channels.ReceiveResult;
import com.dingshu.fulfilment.ParcelInfo;
import com.dingshu.fulfilment.Parcels;
import com.dingshu.identity.RoleCopies;
import com.dingshu.identity.RoleCopyResult;
import com.dingshu.identity.UserInfo;
import com.dingshu.notifications.MessageLog;
import com.dingshu.orders.HoldReason;
import com.dingshu.orders.OrderDetails;
import com.dingshu.shipping.events.WaybillIssued;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Events;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Retrying;
import com.dingshu.testing.Desk;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.People;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/**
 * A merchant whose every text carries a word that nobody else uses, and a second one with somebody who may do everything.
 * Its ids, numbers and codes are without the word, so that an answer may repeat what it was asked.
 */
final class TwoMerchants {

    /** Stands in names, addresses, remarks of the first merchant, and nowhere else. */
    static final String WORD = "金丝雀";

    static final String CODE = "KS-TEA-77";

    static final String PHONE = "13977770913";

    private static final String MASKED_PHONE = "139****0913";

    /** What a stranger who knows the number may find again in what the stranger wrote. */
    static final List<String> THE_NUMBER = List.of(PHONE, MASKED_PHONE);

    final Desk first;
    final Merchant second;
    final UserInfo stranger;
    final OrderDetails order;
    final OrderDetails heldOrder;
    final ParcelInfo parcel;
    final UserInfo worker;
    final Map<String, UUID> ids = new LinkedHashMap<>();
    final Map<String, String> texts = new LinkedHashMap<>();

    TwoMerchants(BeanFactory beans) {
        People people = beans.getBean(People.class);
        first = Desk.open(beans);
        Merchant canary = first.merchant();
        second = beans.getBean(Merchants.class).open();
        stranger = people.hire(second, everyRole(beans, second));
        worker = people.hireAs(canary, "kanari", "owner");
        first.stocked(CODE, 50);
        canary.call(() -> beans.getBean(Catalog.class)
                .save(SaveSku.of(CODE, WORD + "茶", 1_000, "CNY").withBuffer(0, false)));
        Desk.Placed placed = first.place(anOrder().note(WORD + "留言"));
        Desk.Placed held = first.place(anOrder());
        canary.settle();
        canary.run(() -> first.orders().approve(placed.id(), WORD));
        canary.run(() -> first.orders().hold(held.id(), HoldReason.MANUAL, WORD));
        canary.run(() -> first.orders().addNote(held.id(), WORD));
        canary.settle();
        order = first.details(placed.id());
        heldOrder = first.details(held.id());
        parcel = canary.call(() -> beans.getBean(Parcels.class).ofOrder(placed.id()))
                .getFirst();
        String waybill = "SF" + Math.abs(parcel.id().getLeastSignificantBits());
        canary.run(() -> beans.getBean(Retrying.class).inTransaction(() -> beans.getBean(Events.class)
                .publish(new WaybillIssued(canary.id(), parcel.id(), "SF", waybill))));
        canary.settle();
        UUID payload = canary.call(() -> received(beans.getBean(RawInbox.class)));
        canary.settle();
        know(placed, waybill, payload, copyOfARole(beans, canary));
        canary.call(() -> beans.getBean(MessageLog.class).newest(null, 1)).forEach(row -> ids.put("message", row.id()));
    }

    /** The stranger, with every permission there is. */
    Actor allPowerful() {
        return new Actor(
                Actor.Kind.USER, stranger.id(), stranger.name(), Set.of(Permission.values()), "Chrome 140 · Windows");
    }

    private void know(Desk.Placed placed, String waybill, UUID payload, String role) {
        ids.put("order", placed.id());
        ids.put("held", heldOrder.summary().id());
        ids.put("hold", heldOrder.holds().getFirst().id());
        ids.put("line", order.lines().getFirst().id());
        ids.put("sku", first.sku(CODE));
        ids.put("shop", first.shop().id());
        ids.put("warehouse", first.warehouse().id());
        ids.put("customer", order.customerId());
        ids.put("user", worker.id());
        ids.put("parcel", parcel.id());
        ids.put("payload", payload);
        texts.put("order", placed.number());
        texts.put("channelOrder", order.channelOrderNo());
        texts.put("sku", CODE);
        texts.put("phone", PHONE);
        texts.put("waybill", waybill);
        texts.put("login", worker.login());
        texts.put("role", role);
        texts.put("slug", first.merchant().tenant().slug());
        texts.put("parcel", parcel.number());
    }

    private com.dingshu.testing.OrderInTheMaking anOrder() {
        return first.anOrder().with(2, CODE).to(WORD + "客人", PHONE).paid();
    }

    private static String[] everyRole(BeanFactory beans, Merchant merchant) {
        return merchant.call(() -> beans.getBean(com.dingshu.identity.Roles.class).all().stream()
                .map(com.dingshu.identity.Role::id)
                .toArray(String[]::new));
    }

    private static String copyOfARole(BeanFactory beans, Merchant merchant) {
        RoleCopyResult copied =
                merchant.call(() -> beans.getBean(RoleCopies.class).copy("finance", WORD + "财务"));
        return switch (copied) {
            case RoleCopyResult.Saved saved -> saved.role().id();
            case RoleCopyResult.Removed removed -> throw new IllegalStateException(removed.toString());
            case RoleCopyResult.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private UUID received(RawInbox inbox) {
        String body = "{\"id\":77,\"note\":\"" + WORD + "\"}";
        ReceiveResult result = inbox.receive(new RawMessage(
                first.shop().id(),
                "taobao",
                RawKind.ORDER,
                "77",
                "",
                "push",
                true,
                "application/json",
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8)));
        return ((ReceiveResult.Received) result).rawId();
    }

    /** Whether a text tells anything of the first merchant; what the stranger sent along does not count. */
    static boolean tells(String answer, List<String> sent) {
        String rest = answer;
        for (String own : sent) {
            rest = rest.replace(own, "");
        }
        return rest.contains(WORD) || rest.contains(PHONE) || rest.contains("金*雀") || rest.contains(MASKED_PHONE);
    }
}
