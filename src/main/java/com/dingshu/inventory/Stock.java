package com.dingshu.inventory;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SkuInfo;
import com.dingshu.inventory.Movement.Why;
import com.dingshu.inventory.events.StockChanged;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Events;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes pieces out of the pool and puts them back. An order holds pieces when it comes in, commits them when it is paid,
 * and they leave with its parcel; whatever ends it before gives them back. The commands of orders run inside the caller's
 * transaction, so that an order and its pieces change together or not at all, and asking twice changes nothing.
 *
 * <p>Available = on hand − reserved − committed − in inspection − damaged − buffer − campaign reserve; nothing is taken
 * beyond it, by whomever and however many at once.
 */
@Service
public class Stock {

    /** The share kept back where a SKU names none: 5 %. */
    static final int USUAL_BUFFER_PERCENT_TIMES_100 = 500;

    private final StockGateway gateway;
    private final Catalog catalog;
    private final Events events;
    private final OperationLog log;

    Stock(StockGateway gateway, Catalog catalog, Events events, OperationLog log) {
        this.gateway = gateway;
        this.catalog = catalog;
        this.events = events;
        this.log = log;
    }

    /**
     * Holds the pieces of many orders, each wholly from the first warehouse of its shop that has them all; in the order of
     * the list, so that an earlier order wins. Orders already paid commit at once. An order that has pieces keeps them as
     * they are.
     */
    @Requires({
        Permission.ORDERS_ACCEPT,
        Permission.ORDERS_CREATE,
        Permission.ORDERS_REVIEW,
        Permission.CHANNELS_IMPORT,
        Permission.CHANNELS_REPAIR,
        Permission.FACTS_RECORD
    })
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, ReservationResult> reserve(List<ReserveStock> wishes) {
        Reserving reserving = reserving(wishes);
        Map<UUID, ReservationResult> results = new LinkedHashMap<>();
        wishes.forEach(wish -> results.put(wish.orderId(), reserving.reserve(wish)));
        write(reserving.booking());
        gateway.insertReservations(reserving.taken());
        return results;
    }

    /**
     * Takes and commits the pieces of an order whose payment arrived after it had given them back. Pieces it still holds
     * are committed instead.
     */
    @Requires({Permission.ORDERS_ACCEPT, Permission.ORDERS_CREATE, Permission.ORDERS_REVIEW, Permission.FACTS_RECORD})
    @Transactional(propagation = Propagation.MANDATORY)
    public ReservationResult reserveAgain(ReserveStock wish) {
        commitAll(List.of(wish.orderId()));
        Reserving reserving = reserving(List.of(wish));
        ReservationResult result = reserving.reserveAgain(wish);
        write(reserving.booking());
        gateway.insertReservations(reserving.taken());
        return result;
    }

    /** Payment is verified: what the order holds is its own. */
    @Requires({Permission.ORDERS_ACCEPT, Permission.ORDERS_CREATE, Permission.CHANNELS_IMPORT, Permission.FACTS_RECORD})
    @Transactional(propagation = Propagation.MANDATORY)
    public CommitResult commit(UUID orderId) {
        return commitAll(List.of(orderId)).getOrDefault(orderId, CommitResult.NOTHING_HELD);
    }

    /** Commits many orders by the same few statements; see {@link #commit}. */
    @Requires({Permission.ORDERS_ACCEPT, Permission.ORDERS_CREATE, Permission.CHANNELS_IMPORT, Permission.FACTS_RECORD})
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, CommitResult> commitAll(Collection<UUID> orderIds) {
        Map<UUID, List<Reservation>> before = advance(orderIds, Step.COMMIT, null, null);
        return answers(orderIds, before, rows -> {
            if (any(rows, ReservationState.HELD)) {
                return CommitResult.COMMITTED;
            }
            return any(rows, ReservationState.COMMITTED) || any(rows, ReservationState.CONSUMED)
                    ? CommitResult.ALREADY_COMMITTED
                    : CommitResult.NOTHING_HELD;
        });
    }

    /** The order no longer wants its pieces, held or committed. */
    @Requires({
        Permission.ORDERS_CANCEL,
        Permission.ORDERS_VOID,
        Permission.ORDERS_REVIEW,
        Permission.ORDERS_ACCEPT,
        Permission.FACTS_RECORD
    })
    @Transactional(propagation = Propagation.MANDATORY)
    public ReleaseResult release(UUID orderId, ReleaseCause cause) {
        return releaseAll(List.of(orderId), cause).getOrDefault(orderId, ReleaseResult.NOTHING_HELD);
    }

    /** Releases many orders by the same few statements; see {@link #release}. */
    @Requires({
        Permission.ORDERS_CANCEL,
        Permission.ORDERS_VOID,
        Permission.ORDERS_REVIEW,
        Permission.ORDERS_ACCEPT,
        Permission.FACTS_RECORD
    })
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, ReleaseResult> releaseAll(Collection<UUID> orderIds, ReleaseCause cause) {
        Map<UUID, List<Reservation>> before = advance(orderIds, Step.RELEASE, null, cause.name());
        return answers(orderIds, before, rows -> {
            if (any(rows, ReservationState.HELD) || any(rows, ReservationState.COMMITTED)) {
                return ReleaseResult.RELEASED;
            }
            return any(rows, ReservationState.CONSUMED) ? ReleaseResult.ALREADY_SHIPPED : ReleaseResult.NOTHING_HELD;
        });
    }

    /**
     * The order's committed pieces leave the building.
     *
     * @param fulfilmentOrderId what they are sent with; kept in the ledger
     */
    @Requires({Permission.FULFILMENT_OUTBOUND, Permission.ORDERS_ACCEPT, Permission.FACTS_RECORD})
    @Transactional(propagation = Propagation.MANDATORY)
    public ConsumeResult consume(UUID orderId, UUID fulfilmentOrderId) {
        Map<UUID, List<Reservation>> before = advance(List.of(orderId), Step.CONSUME, fulfilmentOrderId, null);
        List<Reservation> rows = before.getOrDefault(orderId, List.of());
        if (any(rows, ReservationState.COMMITTED)) {
            return ConsumeResult.CONSUMED;
        }
        return any(rows, ReservationState.CONSUMED) ? ConsumeResult.ALREADY_CONSUMED : ConsumeResult.NOT_COMMITTED;
    }

    /**
     * Books pieces in.
     *
     * @throws IllegalArgumentException when SKU or warehouse is unknown, or the operation id was used for something else
     */
    @Requires(Permission.STOCK_RECEIVE)
    @Transactional
    public BookingResult receive(ReceiveStock command) {
        Place place = new Place(command.warehouseId(), command.skuId());
        return book(place, MovementKind.RECEIVED, command.quantity(), command.opId(), command.reason());
    }

    /**
     * Puts the count right, never below what orders have taken. It is an intervention by hand and recorded as one.
     *
     * @throws IllegalArgumentException when SKU or warehouse is unknown, or the operation id was used for something else
     */
    @Requires(Permission.STOCK_ADJUST)
    @Transactional
    public BookingResult adjust(AdjustStock command) {
        Place place = new Place(command.warehouseId(), command.skuId());
        return book(place, MovementKind.ADJUSTED, command.delta(), command.opId(), command.reason());
    }

    /**
     * Says in which bin a SKU lies.
     *
     * @param bin at most 40 characters; null when it has none
     */
    @Requires({Permission.STOCK_RECEIVE, Permission.STOCK_ADJUST})
    @Transactional
    public void shelve(UUID warehouseId, UUID skuId, @Nullable String bin) {
        Place place = new Place(warehouseId, skuId);
        SkuInfo sku = ensure(place);
        gateway.shelve(place, bin == null || bin.isBlank() ? null : bin.strip());
        log.record("stock.shelved", "sku", sku.code(), bin);
    }

    /** The share that a SKU keeps back follows the catalogue. */
    void keepBack(UUID skuId, @Nullable Integer percentTimes100, boolean roundsUp) {
        int percent = percentTimes100 == null ? USUAL_BUFFER_PERCENT_TIMES_100 : percentTimes100;
        SortedSet<Place> places = new TreeSet<>(gateway.placesOf(skuId));
        Booking booking = new Booking(gateway.lock(places));
        for (Place place : places) {
            Balance balance = booking.balance(place);
            if (balance != null && !balance.keepsBack(percent, roundsUp)) {
                booking.keepBack(place, balance, percent, roundsUp);
            }
        }
        gateway.keepBack(skuId, percent, roundsUp);
        write(booking);
    }

    private Reserving reserving(List<ReserveStock> wishes) {
        StockGateway.ShopChoices choices = gateway.choices();
        SortedSet<Place> places = new TreeSet<>();
        for (ReserveStock wish : wishes) {
            for (UUID warehouse : choices.of(wish.shopId())) {
                wish.needs().forEach(need -> places.add(new Place(warehouse, need.skuId())));
            }
        }
        Booking booking = new Booking(gateway.lock(places));
        return new Reserving(
                choices,
                booking,
                gateway.reservations(wishes.stream().map(ReserveStock::orderId).toList()));
    }

    /** Moves the open reservations of these orders on and answers with what they were before, read under lock. */
    private Map<UUID, List<Reservation>> advance(
            Collection<UUID> orderIds, Step step, @Nullable UUID documentId, @Nullable String cause) {
        Map<UUID, List<Reservation>> seen = gateway.reservations(orderIds);
        SortedSet<Place> places =
                moving(seen, step).map(Reservation::place).collect(Collectors.toCollection(TreeSet::new));
        if (places.isEmpty()) {
            return seen;
        }
        Booking booking = new Booking(gateway.lock(places));
        Map<UUID, List<Reservation>> before = gateway.reservations(orderIds);
        List<Reservation> moving = moving(before, step).toList();
        if (!moving.stream().map(Reservation::place).allMatch(places::contains)) {
            throw new CannotAcquireLockException("An order took other pieces meanwhile: " + orderIds);
        }
        if (moving.isEmpty()) {
            return before;
        }
        moving.forEach(row -> step.book(booking, row, documentId, cause));
        Set<UUID> moved = moving.stream().map(Reservation::orderId).collect(Collectors.toSet());
        if (gateway.advance(moved, step.from(), step.to(), cause == null ? step.name() : cause) != moving.size()) {
            throw new IllegalStateException("Reservations changed while their places were locked: " + moved);
        }
        write(booking);
        return before;
    }

    private static Stream<Reservation> moving(Map<UUID, List<Reservation>> rows, Step step) {
        return rows.values().stream().flatMap(List::stream).filter(row -> step.from()
                .contains(row.state()));
    }

    private BookingResult book(Place place, MovementKind kind, int quantity, UUID opId, String reason) {
        SkuInfo sku = ensure(place);
        Booking booking = new Booking(gateway.lock(new TreeSet<>(Set.of(place))));
        Balance balance = booking.balance(place);
        if (balance == null) {
            throw new IllegalStateException("The place was made a moment ago: " + place);
        }
        StockGateway.BookedOperation known = gateway.operation(opId);
        if (known != null) {
            return repeated(known, new StockGateway.BookedOperation(place, kind, quantity), balance);
        }
        if (quantity < 0 && balance.removable() < -quantity) {
            return new BookingResult.TooFew(Math.max(0, balance.removable()));
        }
        int before = balance.figures().onHand();
        booking.book(place, kind, quantity, 0, 0, Why.byHand(opId, reason));
        write(booking);
        if (kind == MovementKind.ADJUSTED) {
            String detail = "%d → %d".formatted(before, balance.figures().onHand());
            Acting.current().because(reason).run(() -> log.recordOverride("stock.adjusted", "sku", sku.code(), detail));
        }
        return new BookingResult.Booked(balance.figures());
    }

    private static BookingResult repeated(
            StockGateway.BookedOperation known, StockGateway.BookedOperation asked, Balance balance) {
        if (!known.equals(asked)) {
            throw new IllegalArgumentException("The operation id was used for " + known);
        }
        return new BookingResult.Booked(balance.figures());
    }

    private SkuInfo ensure(Place place) {
        SkuInfo sku = catalog.byIds(List.of(place.skuId())).get(place.skuId());
        if (sku == null) {
            throw new IllegalArgumentException("No SKU " + place.skuId());
        }
        if (!gateway.choices().all().contains(place.warehouseId())) {
            throw new IllegalArgumentException("No warehouse " + place.warehouseId());
        }
        Integer percent = sku.bufferPercentTimes100();
        gateway.ensure(place, percent == null ? USUAL_BUFFER_PERCENT_TIMES_100 : percent, sku.bufferRoundsUp());
        return sku;
    }

    private void write(Booking booking) {
        gateway.write(booking);
        int tenant = Acting.current().tenantId();
        List<StockChanged> changed = booking.availabilityChanged().stream()
                .map(place -> new StockChanged(
                        tenant, place.skuId(), place.warehouseId(), Math.max(0, booking.available(place))))
                .toList();
        if (!changed.isEmpty()) {
            events.publish(changed);
        }
    }

    private static boolean any(List<Reservation> rows, ReservationState state) {
        return rows.stream().anyMatch(row -> row.isIn(state));
    }

    private static <R> Map<UUID, R> answers(
            Collection<UUID> orderIds, Map<UUID, List<Reservation>> before, Function<List<Reservation>, R> answer) {
        Map<UUID, R> answers = new LinkedHashMap<>();
        orderIds.forEach(id -> answers.put(id, answer.apply(before.getOrDefault(id, List.of()))));
        return answers;
    }
}
