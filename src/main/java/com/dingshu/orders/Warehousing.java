package com.dingshu.orders;

import com.dingshu.inventory.CommitResult;
import com.dingshu.inventory.ReleaseCause;
import com.dingshu.inventory.ReservationResult;
import com.dingshu.inventory.ReserveStock;
import com.dingshu.inventory.Stock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What happens to the stock of an order as a consequence of its steps, and to the order as a consequence of the stock. */
@Component
class Warehousing {

    private final Stock stock;
    private final OrderStore store;
    private final OrderSettings settings;

    Warehousing(Stock stock, OrderStore store, OrderSettings settings) {
        this.stock = stock;
        this.store = store;
        this.settings = settings;
    }

    /** Takes the pieces of new orders, in the order given. */
    Map<UUID, ReservationResult> reserve(List<ReserveStock> wishes) {
        return wishes.isEmpty() ? Map.of() : Consequence.of(() -> stock.reserve(wishes));
    }

    Map<UUID, CommitResult> commit(Collection<UUID> orderIds) {
        return orderIds.isEmpty() ? Map.of() : Consequence.of(() -> stock.commitAll(orderIds));
    }

    static ReserveStock wish(Order order, List<OrderLine> lines) {
        return new ReserveStock(
                order.id(),
                order.orderNumber(),
                order.source().shopId(),
                lines.stream().filter(OrderLine::isWanted).map(OrderLine::need).toList(),
                order.isPaid(),
                order.timerAt());
    }

    /** Tells the order what became of its wish. */
    static boolean answer(Order order, ReservationResult result, Instant now) {
        return switch (result) {
            case ReservationResult.Reserved reserved -> {
                order.reserved(reserved.warehouseId(), now);
                yield true;
            }
            case ReservationResult.Short missing -> {
                order.shortOf(missing.needs(), now);
                yield false;
            }
            case ReservationResult.Ended ended -> {
                order.shortOf(List.of(), now);
                yield false;
            }
        };
    }

    /** Commits what a now paid order holds, or takes its pieces anew when it holds nothing. */
    boolean secure(Order order, List<OrderLine> lines, Instant now) {
        return answer(order, Consequence.of(() -> stock.reserveAgain(wish(order, lines))), now);
    }

    /** Gives the pieces of a paid order back and takes those that are still wanted. */
    void takeOnlyWanted(Order order, List<OrderLine> lines, Instant now) {
        release(order, ReleaseCause.REFUNDED);
        secure(order, lines, now);
    }

    /** Tries once more to get the pieces of an order that is short. */
    boolean tryAgain(Order order, List<OrderLine> lines, Instant now) {
        if (order.isPaid()) {
            return secure(order, lines, now);
        }
        ReserveStock wish = wish(order, lines);
        ReservationResult result = Consequence.of(() -> stock.reserve(List.of(wish)))
                .getOrDefault(order.id(), new ReservationResult.Ended());
        return answer(order, result, now);
    }

    void release(Order order, ReleaseCause cause) {
        Consequence.of(() -> stock.release(order.id(), cause));
    }

    /** The goods have left without our outbound scan. */
    void gone(Order order) {
        Consequence.of(() -> {
            stock.commitAll(List.of(order.id()));
            return stock.consume(order.id(), order.id());
        });
    }

    /** Hands an order that nothing keeps to the warehouse, if the merchant wants that done without a person. */
    void releaseIfReady(Order order, List<OrderLine> lines, Instant now) {
        if (order.isReleasable() && settings.rules().autoRelease()) {
            order.release(lines, now);
        }
    }

    /** Likewise; reads the lines itself. */
    void releaseIfReady(Order order, Instant now) {
        if (order.isReleasable() && settings.rules().autoRelease()) {
            order.release(store.lines(order.id()), now);
        }
    }
}
