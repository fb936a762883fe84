package com.dingshu.channels;

import com.dingshu.channels.InboxAttempt.Step;
import com.dingshu.channels.IntakeRunGateway.Item;
import com.dingshu.channels.IntakeRunGateway.Run;
import com.dingshu.channels.connect.Connector;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Doorbell;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Work on many payloads that outlives the page it was asked for on: running everything again that waits for one reason,
 * and fetching orders that were missed. Each thing is done once and keeps its own result; what is in the system already
 * is left as it is.
 */
@Service
public class IntakeRuns {

    /** The most order numbers one back-fill takes. */
    public static final int MOST_ORDERS = 5_000;
    /** How far back platforms list changes. */
    public static final Duration FARTHEST_BACK = Duration.ofDays(90);

    private static final int MOST_RERUN = 20_000;
    private static final int LONGEST_NUMBER = 120;
    private static final int MOST_LISTED = 1_000;

    private final IntakeRunGateway gateway;
    private final InboxGateway inbox;
    private final AttemptGateway attempts;
    private final ShopConnectionRepository connections;
    private final Shops shops;
    private final Set<String> channels;
    private final OperationLog log;
    private final Retrying retrying;
    private final Doorbell doorbell;
    private final Clock clock;

    IntakeRuns(
            IntakeRunGateway gateway,
            InboxGateway inbox,
            AttemptGateway attempts,
            ShopConnectionRepository connections,
            Shops shops,
            List<Connector> connectors,
            OperationLog log,
            Retrying retrying,
            Doorbell doorbell,
            Clock clock) {
        this.gateway = gateway;
        this.inbox = inbox;
        this.attempts = attempts;
        this.connections = connections;
        this.shops = shops;
        this.channels = connectors.stream().map(Connector::channel).collect(Collectors.toUnmodifiableSet());
        this.log = log;
        this.retrying = retrying;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    /**
     * Runs everything again that waits for a reason, with the mapping in use; at most 20,000 payloads.
     *
     * @return the run; empty when nothing waits for it any more
     */
    @Requires(Permission.CHANNELS_REPAIR)
    public Optional<UUID> rerun(InboxReason reason) {
        List<InboxSummary> waiting = inbox.alike(reason, MOST_RERUN);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        List<Item> items = waiting.stream()
                .map(row -> new Item(row.id().toString(), row.externalId(), 0, row.id()))
                .toList();
        Run run = run(IntakeRunKind.RERUN, null, reason.channel(), reason, null, null);
        retrying.inTransaction(() -> {
            start(run, items);
            attempts.done(Step.RERUN, waiting.stream().map(InboxSummary::id).toList(), null, run.startedAt());
            log.recordManual(
                    "channels.rerun-alike",
                    "raw payload",
                    reason.channel() + " " + reason.problemKind() + " " + reason.problemField(),
                    Integer.toString(items.size()));
        });
        return rung(run);
    }

    /**
     * Fetches these orders of a shop from its platform, whatever is known of them.
     *
     * @param orderNos the channel's order numbers, at most 5,000; repeated and blank ones are left out
     * @throws IllegalArgumentException when the shop cannot be asked, or there is no number or more than 5,000
     */
    @Requires({Permission.CHANNELS_REPAIR, Permission.CHANNELS_CONFIGURE})
    public UUID fetchOrders(UUID shopId, Collection<String> orderNos) {
        ShopInfo shop = askable(shopId);
        List<Item> items = orderNos.stream()
                .map(String::strip)
                .filter(number -> !number.isEmpty() && number.length() <= LONGEST_NUMBER)
                .distinct()
                .map(number -> new Item(number, number, 0, null))
                .toList();
        if (items.isEmpty() || items.size() > MOST_ORDERS) {
            throw new IllegalArgumentException("1 to " + MOST_ORDERS + " order numbers, not " + items.size());
        }
        Run run = run(IntakeRunKind.BACKFILL, shopId, shop.channel(), null, null, null);
        retrying.inTransaction(() -> {
            start(run, items);
            log.recordManual("channels.backfill", "shop", shop.name(), Integer.toString(items.size()));
        });
        return rung(run).orElseThrow();
    }

    /**
     * Fetches every order of a shop that changed on its platform since {@code from} and was placed by {@code until}: all
     * orders placed in the period, and the older ones that something happened to since.
     *
     * @throws IllegalArgumentException when the shop cannot be asked, or the period is empty or begins more than 90 days ago
     */
    @Requires({Permission.CHANNELS_REPAIR, Permission.CHANNELS_CONFIGURE})
    public UUID fetchPeriod(UUID shopId, Instant from, Instant until) {
        ShopInfo shop = askable(shopId);
        Instant now = clock.instant();
        if (!from.isBefore(until) || !from.isBefore(now) || from.isBefore(now.minus(FARTHEST_BACK))) {
            throw new IllegalArgumentException(
                    "From " + from + " until " + until + " is no period of the last 90 days");
        }
        Run run = run(IntakeRunKind.BACKFILL, shopId, shop.channel(), null, from, until);
        retrying.inTransaction(() -> {
            start(run, List.of());
            log.recordManual("channels.backfill", "shop", shop.name(), from + " – " + until);
        });
        return rung(run).orElseThrow();
    }

    /** How far a run is. */
    @Requires(Permission.CHANNELS_VIEW)
    public Optional<IntakeRunInfo> progress(UUID id) {
        return gateway.find(id).map(this::info);
    }

    /** The latest back-fills of a shop, newest first. */
    @Requires(Permission.CHANNELS_VIEW)
    public List<IntakeRunInfo> latestOf(UUID shopId, int most) {
        return gateway.latestOf(shopId, Math.min(most, MOST_LISTED)).stream()
                .map(this::info)
                .toList();
    }

    /** The things of a run in some states, at most 1,000. */
    @Requires(Permission.CHANNELS_VIEW)
    public List<IntakeRunItem> items(UUID id, Set<IntakeRunItemState> states) {
        return states.isEmpty() ? List.of() : gateway.items(id, states, MOST_LISTED);
    }

    private ShopInfo askable(UUID shopId) {
        ShopInfo shop = shops.byId(shopId).orElseThrow(() -> new IllegalArgumentException("Unknown shop"));
        if (!channels.contains(shop.channel())
                || connections.findByShopId(shopId).isEmpty()) {
            throw new IllegalArgumentException("The shop is not connected");
        }
        return shop;
    }

    private Run run(
            IntakeRunKind kind,
            @Nullable UUID shopId,
            String channel,
            @Nullable InboxReason reason,
            @Nullable Instant from,
            @Nullable Instant until) {
        return new Run(
                Ids.next(),
                kind,
                shopId,
                channel,
                reason,
                from,
                until,
                from,
                null,
                "",
                0,
                "",
                Acting.current().actor().name(),
                clock.instant(),
                null);
    }

    private void start(Run run, List<Item> items) {
        gateway.insert(run);
        if (!items.isEmpty()) {
            gateway.add(run.id(), items);
        }
    }

    private Optional<UUID> rung(Run run) {
        doorbell.ring(IntakeRunWork.KIND, Acting.current().tenantId());
        return Optional.of(run.id());
    }

    private IntakeRunInfo info(Run run) {
        IntakeRunGateway.Check check = gateway.check(run.id());
        return new IntakeRunInfo(
                run.id(),
                run.kind(),
                run.shopId(),
                run.channel(),
                run.reason(),
                run.changedFrom(),
                run.placedUntil(),
                run.listedUntil() != null && run.finishedAt() == null,
                gateway.counts(run.id()),
                check.fetched(),
                check.doubled(),
                run.problem(),
                run.startedBy(),
                run.startedAt(),
                run.finishedAt());
    }
}
