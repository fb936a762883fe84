package com.dingshu.orders;

import com.dingshu.customers.BuyerSighting;
import com.dingshu.customers.CustomerRef;
import com.dingshu.customers.Customers;
import com.dingshu.inventory.ReservationResult;
import com.dingshu.inventory.ReserveStock;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.ShopInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes orders of snapshots that no order is known for: one pass over the whole batch for each kind of statement. */
@Component
class NewOrders {

    private final Customers customers;
    private final ReceiverDesk receivers;
    private final Warehousing warehousing;
    private final OrderStore store;
    private final OrderSettings settings;

    NewOrders(
            Customers customers,
            ReceiverDesk receivers,
            Warehousing warehousing,
            OrderStore store,
            OrderSettings settings) {
        this.customers = customers;
        this.receivers = receivers;
        this.warehousing = warehousing;
        this.store = store;
        this.settings = settings;
    }

    /** An order in the making. */
    private record Draft(ChannelOrderSnapshot snapshot, Order order, List<OrderLine> lines) {

        boolean isAlive() {
            return order.anchor().isOpen();
        }
    }

    /** In the order of the snapshots; not entered yet. */
    List<Order> take(
            List<ChannelOrderSnapshot> snapshots, Map<UUID, ShopInfo> shops, OrderNumbers.Lease numbers, Instant now) {
        if (snapshots.isEmpty()) {
            return List.of();
        }
        List<CustomerRef> buyers =
                customers.recognise(snapshots.stream().map(NewOrders::sighting).toList());
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < snapshots.size(); i++) {
            UUID buyer = buyers.get(i).customerId();
            drafts.add(draft(snapshots.get(i), numbers.next(), buyer, now));
        }
        drafts.forEach(draft -> begin(
                draft,
                java.util.Objects.requireNonNull(shops.get(draft.snapshot().shopId())),
                now));
        reserve(drafts, now);
        List<Order> orders = drafts.stream().map(Draft::order).toList();
        store.add(
                orders, drafts.stream().flatMap(draft -> draft.lines().stream()).toList(), now);
        return orders;
    }

    private static BuyerSighting sighting(ChannelOrderSnapshot snapshot) {
        SnapshotReceiver to = snapshot.receiver();
        return new BuyerSighting(
                snapshot.channel(),
                snapshot.buyer().channelBuyerKey(),
                ReceiverDesk.contact(to),
                to != null && to.masked());
    }

    private Draft draft(ChannelOrderSnapshot snapshot, String number, UUID buyer, Instant now) {
        SnapshotAmounts money = Apportionment.settled(snapshot.lines(), snapshot.amounts());
        Order order = new Order(Ids.next(), number, buyer, snapshot, money, now);
        receivers.hear(order, snapshot.receiver());
        Apportionment.Share[] shares = Apportionment.of(snapshot.lines(), money);
        List<OrderLine> lines = new ArrayList<>(shares.length);
        for (int i = 0; i < shares.length; i++) {
            lines.add(new OrderLine(order.id(), i, snapshot.lines().get(i), shares[i]));
        }
        return new Draft(snapshot, order, lines);
    }

    private void begin(Draft draft, ShopInfo shop, Instant now) {
        ChannelOrderSnapshot snapshot = draft.snapshot();
        Order order = draft.order();
        switch (snapshot.status()) {
            case UNPAID -> order.awaitPayment(now.plus(shop.paymentTimeout()));
            case PAID_WAITING -> {
                order.hold(KnownOrder.NOT_YET, now);
                pay(order, snapshot, now);
            }
            case PAID -> pay(order, snapshot, now);
            case SHIPPED, COMPLETED -> {
                ProvedPayment.in(snapshot)
                        .ifPresentOrElse(fact -> order.settlePayment(fact, now), () -> order.declare(snapshot));
                order.beginsAt(
                        snapshot.status() == SourceStatus.SHIPPED ? Anchor.SHIPPED : Anchor.COMPLETED,
                        snapshot.sourceModifiedAt());
            }
            case CANCELLED -> order.beginsAt(Anchor.CANCELLED, snapshot.sourceModifiedAt());
        }
        if (draft.isAlive()) {
            order.judge(settings.rules(), now);
            ReviewRules.obstacle(order.receiver()).ifPresent(obstacle -> order.hold(obstacle, now));
        }
        Refunds.asked(order, snapshot, now);
    }

    private void pay(Order order, ChannelOrderSnapshot snapshot, Instant now) {
        ProvedPayment.in(snapshot)
                .ifPresentOrElse(fact -> order.pay(fact, settings.rules(), now), () -> order.awaitProof(snapshot, now));
    }

    private void reserve(List<Draft> drafts, Instant now) {
        List<ReserveStock> wishes = drafts.stream()
                .filter(Draft::isAlive)
                .map(draft -> Warehousing.wish(draft.order(), draft.lines()))
                .toList();
        Map<UUID, ReservationResult> results = warehousing.reserve(wishes);
        for (Draft draft : drafts) {
            ReservationResult result = results.get(draft.order().id());
            if (result != null) {
                Warehousing.answer(draft.order(), result, now);
                warehousing.releaseIfReady(draft.order(), draft.lines(), now);
            }
        }
    }
}
