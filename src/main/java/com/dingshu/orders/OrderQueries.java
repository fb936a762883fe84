package com.dingshu.orders;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SkuInfo;
import com.dingshu.customers.Contact;
import com.dingshu.customers.ContactVault;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.TenantInfo;
import com.dingshu.tenancy.Tenants;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads orders for people and other modules: the board page by page, counters, search, details, timeline and history.
 * Contact data is masked throughout; who has to see it in clear asks for it and leaves a trace.
 */
@Service
@Transactional(readOnly = true)
public class OrderQueries {

    private static final int MOST_FOUND = 50;

    private final BoardGateway board;
    private final OrderDetailsGateway detailsGateway;
    private final OrderFactGateway facts;
    private final OrderTallyGateway tallies;
    private final OrderHistory history;
    private final BoardNames names;
    private final ReceiverDesk receivers;
    private final ContactVault vault;
    private final Catalog catalog;
    private final OperationLog log;
    private final Tenants tenants;
    private final Clock clock;
    private final ObjectProvider<OrderFinder> finders;

    OrderQueries(
            BoardGateway board,
            OrderDetailsGateway detailsGateway,
            OrderFactGateway facts,
            OrderTallyGateway tallies,
            OrderHistory history,
            BoardNames names,
            ReceiverDesk receivers,
            ContactVault vault,
            Catalog catalog,
            OperationLog log,
            Tenants tenants,
            Clock clock,
            ObjectProvider<OrderFinder> finders) {
        this.board = board;
        this.detailsGateway = detailsGateway;
        this.facts = facts;
        this.tallies = tallies;
        this.history = history;
        this.names = names;
        this.receivers = receivers;
        this.vault = vault;
        this.catalog = catalog;
        this.log = log;
        this.tenants = tenants;
        this.clock = clock;
        this.finders = finders;
    }

    /**
     * The next rows of the board.
     *
     * @param after the last row seen, null for the first page
     * @param most at most 500
     */
    @Requires(Permission.ORDERS_VIEW)
    public List<OrderSummary> page(BoardQuery query, @Nullable OrderSummary after, int most) {
        return board.page(resolved(query), clock.instant(), names.current(), after, Math.min(most, 500));
    }

    /** These orders as they are now, in any order; those that are not the merchant's are missing. */
    @Requires(Permission.ORDERS_VIEW)
    public List<OrderSummary> byIds(Collection<UUID> ids) {
        return board.byIds(ids, names.current());
    }

    /**
     * The orders taken in after a given id was made, {@link BoardCounts#CAP} at most. When the buyer placed them does not
     * matter: a channel may tell late.
     */
    @Requires(Permission.ORDERS_VIEW)
    public Set<UUID> takenInSince(UUID mark) {
        return board.takenInSince(mark);
    }

    /** What a list is made of, for a step with all of it: its first {@link OrderBulk#MOST} orders. */
    List<BulkForecast.Pile> piles(BoardQuery query) {
        return board.piles(resolved(query), clock.instant(), OrderBulk.MOST);
    }

    /** How many orders a query has, counted to {@link BoardCounts#CAP}. */
    @Requires(Permission.ORDERS_VIEW)
    public int count(BoardQuery query) {
        return board.count(resolved(query), clock.instant());
    }

    /** The counters of the views without filters. */
    @Requires({Permission.ORDERS_VIEW, Permission.INSIGHT_VIEW})
    public BoardCounts counts() {
        TenantInfo tenant = tenants.current();
        Map<Stage, Long> all = tallies.orders(OrderTallyGateway.ALL_DAYS);
        Map<Stage, Long> today = tallies.orders(tenant.dayOf(clock.instant()));
        return new BoardCounts(
                sum(all),
                all.getOrDefault(Stage.REVIEW, 0L),
                all.getOrDefault(Stage.TO_SHIP, 0L),
                all.getOrDefault(Stage.EXCEPTION, 0L) + all.getOrDefault(Stage.PAID_SHORT, 0L),
                board.count(BoardQuery.of(BoardQuery.View.OVERDUE), clock.instant()),
                sum(today),
                all.getOrDefault(Stage.PAID_SHORT, 0L),
                all.getOrDefault(Stage.REFUND_DUE, 0L));
    }

    /** Orders, pieces and money of each day of placing, by the pile the orders lie on now. */
    @Requires({Permission.ORDERS_VIEW, Permission.INSIGHT_VIEW})
    public List<DayFigures> days(LocalDate from, LocalDate to) {
        return tallies.days(from, to);
    }

    /** Everything about one order; empty when the merchant has none of that number. */
    @Requires(Permission.ORDERS_VIEW)
    public Optional<OrderDetails> details(String orderNumber) {
        return detailsGateway.idOf(orderNumber).flatMap(this::byId);
    }

    @Requires({Permission.ORDERS_VIEW, Permission.FACTS_RECORD})
    public Optional<OrderDetails> detailsById(UUID orderId) {
        return byId(orderId);
    }

    /** What happened to the order, oldest first. */
    @Requires({Permission.ORDERS_VIEW, Permission.STATUS_PAGE})
    public List<TimelineEntry> timeline(UUID orderId) {
        return facts.of(orderId);
    }

    /** Every change of the order and its parts with who, when, what and why, newest first. */
    @Requires(Permission.HISTORY_VIEW)
    public List<HistoryEntry> history(UUID orderId) {
        return history.of(orderId);
    }

    /** A customer's orders, the newest first. */
    @Requires({Permission.ORDERS_VIEW, Permission.STATUS_PAGE})
    public List<OrderSummary> forCustomer(UUID customerId, @Nullable OrderSummary after, int most) {
        return board.ofCustomer(customerId, names.current(), after, Math.min(most, 500));
    }

    /**
     * Finds orders by number, channel number, whole telephone number, its last four digits, whole name, SKU code, and by
     * what other modules know. At most 50, exact numbers first, then the newest.
     */
    @Requires(Permission.ORDERS_VIEW)
    public List<SearchHit> search(String text) {
        String asked = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (asked.isEmpty() || asked.length() > 100) {
            return List.of();
        }
        Map<UUID, SearchHit.By> found = new HashMap<>(board.found(keys(asked), MOST_FOUND));
        finders.stream().forEach(finder -> finder.find(asked, MOST_FOUND)
                .forEach(id -> found.putIfAbsent(id, SearchHit.By.ELSEWHERE)));
        return byIds(found.keySet()).stream()
                .map(order -> new SearchHit(order, java.util.Objects.requireNonNull(found.get(order.id()))))
                .sorted(Comparator.comparing((SearchHit hit) -> hit.by().compareTo(SearchHit.By.CHANNEL_NUMBER) > 0)
                        .thenComparing(hit -> hit.order().placedAt(), Comparator.reverseOrder()))
                .limit(MOST_FOUND)
                .toList();
    }

    /** Orders going to a telephone number, for the customer's own page; the newest first, at most 50. */
    @Requires(Permission.STATUS_PAGE)
    public List<OrderSummary> byPhone(String phone) {
        byte[] index = vault.phoneIndex(phone).orElse(new byte[16]);
        var found = board.found(new BoardGateway.SearchKeys("", index, null, null, null), MOST_FOUND);
        return byIds(found.keySet()).stream()
                .sorted(Comparator.comparing(OrderSummary::placedAt).reversed())
                .toList();
    }

    /** Orders of a number, ours or the channel's, for the customer's own page. */
    @Requires({Permission.STATUS_PAGE, Permission.ORDERS_VIEW})
    public List<OrderSummary> byNumber(String number) {
        var found = board.found(new BoardGateway.SearchKeys(number.strip(), null, null, null, null), MOST_FOUND);
        return board.byIds(found.keySet(), names.current());
    }

    /** What is needed to send the order, contact data in clear, for the warehouse's own work. */
    @Requires({Permission.FACTS_RECORD, Permission.FULFILMENT_PRINT})
    public Optional<ShipTo> shipTo(UUID orderId) {
        return byId(orderId)
                .map(order -> new ShipTo(
                        order.id(),
                        order.number(),
                        order.summary().channel(),
                        order.channelOrderNo(),
                        order.customerId(),
                        contact(orderId).orElse(Contact.UNKNOWN),
                        order.contactMasked(),
                        detailsGateway.warehouseOf(orderId),
                        order.lines(),
                        order.buyerNote()));
    }

    /** The receivers of many orders in clear, for the warehouse's own work; orders without one are missing. */
    @Requires({Permission.FACTS_RECORD, Permission.FULFILMENT_PRINT})
    public Map<UUID, Contact> receivers(Collection<UUID> orderIds) {
        List<OrderDetailsGateway.Sealed> stored = detailsGateway.sealed(orderIds);
        vault.fetchKeys(
                stored.stream().map(OrderDetailsGateway.Sealed::customerId).collect(Collectors.toSet()));
        Map<UUID, Contact> receivers = new HashMap<>();
        stored.forEach(one -> this.receivers
                .open(one.customerId(), one.orderId(), one.contact())
                .ifPresent(contact -> receivers.put(one.orderId(), contact)));
        return receivers;
    }

    /** The receiver in clear. Who asked, and why, is logged. */
    @Requires(Permission.CONTACT_REVEAL)
    @Transactional
    public Optional<Contact> revealContact(UUID orderId) {
        return detailsGateway.sealed(orderId).flatMap(stored -> {
            log.record("contact.revealed", "order", stored.orderNumber(), null);
            return receivers.open(stored.customerId(), stored.orderId(), stored.contact());
        });
    }

    private Optional<Contact> contact(UUID orderId) {
        return detailsGateway
                .sealed(orderId)
                .flatMap(stored -> receivers.open(stored.customerId(), stored.orderId(), stored.contact()));
    }

    private Optional<OrderDetails> byId(UUID id) {
        return detailsGateway.details(id, names.current(), this::skuCodes);
    }

    private Map<UUID, String> skuCodes(List<UUID> ids) {
        return catalog.byIds(ids).values().stream().collect(Collectors.toMap(SkuInfo::id, SkuInfo::code));
    }

    private BoardGateway.SearchKeys keys(String text) {
        return new BoardGateway.SearchKeys(
                text,
                vault.phoneIndex(text).orElse(null),
                vault.lastFourIndex(text).orElse(null),
                vault.nameIndex(text).orElse(null),
                catalog.byCode(text)
                        .or(() -> catalog.byCode(text.toUpperCase(Locale.ROOT)))
                        .map(SkuInfo::id)
                        .orElse(null));
    }

    /** Today is the merchant's day at the moment of asking. */
    private BoardQuery resolved(BoardQuery query) {
        if (query.view() != BoardQuery.View.TODAY) {
            return query;
        }
        TenantInfo tenant = tenants.current();
        LocalDate day = tenant.dayOf(clock.instant());
        Instant from = day.atStartOfDay(tenant.zone()).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(tenant.zone()).toInstant();
        return query.placed(
                query.from() == null || query.from().isBefore(from) ? from : query.from(),
                query.to() == null || query.to().isAfter(to) ? to : query.to());
    }

    private static long sum(Map<Stage, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
