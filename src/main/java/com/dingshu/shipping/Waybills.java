package com.dingshu.shipping;

import com.dingshu.shared.Phone;
import com.dingshu.shared.Sentence;
import com.dingshu.shipping.events.WaybillCancelled;
import com.dingshu.shipping.events.WaybillIssued;
import com.dingshu.shipping.events.WaybillKept;
import com.dingshu.shipping.events.WaybillRefused;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Doorbell;
import com.dingshu.tenancy.Events;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.TenantKey;
import com.dingshu.tenancy.TenantKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Waybill numbers of parcels: requested, taken back, requested again. The wish is committed before the carrier is called
 * and settled afterwards, so a crash between the two repeats the call under the same key and never draws a second number.
 */
@Service
public class Waybills {

    static final String KIND = "waybills";

    private static final String NO_ACCOUNT = Sentence.of("shipping.problem.no-account");

    private static final String BEING_CANCELLED = Sentence.of("shipping.problem.being-cancelled");

    /** While the caller itself asks the carrier, the background leaves the wish alone. */
    private static final Duration CALLERS_TURN = Duration.ofSeconds(45);

    private final WaybillRepository waybills;
    private final CarrierAccounts accounts;
    private final Carriers carriers;
    private final Tracking tracking;
    private final TenantKeys keys;
    private final Events events;
    private final Doorbell doorbell;
    private final Retrying retrying;
    private final JsonMapper json;
    private final Clock clock;

    Waybills(
            WaybillRepository waybills,
            CarrierAccounts accounts,
            Carriers carriers,
            Tracking tracking,
            TenantKeys keys,
            Events events,
            Doorbell doorbell,
            Retrying retrying,
            JsonMapper json,
            Clock clock) {
        this.waybills = waybills;
        this.accounts = accounts;
        this.carriers = carriers;
        this.tracking = tracking;
        this.keys = keys;
        this.events = events;
        this.doorbell = doorbell;
        this.retrying = retrying;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Gets the parcel a number now. Asking again gives the same number; after a refusal or a cancellation it starts anew.
     *
     * @throws IllegalStateException inside a transaction: the carrier's answer must not hold locks
     */
    @Requires({Permission.FULFILMENT_PRINT, Permission.ORDERS_RELEASE, Permission.FACTS_RECORD})
    public WaybillResult request(RequestWaybill wish) {
        outsideOfTransactions();
        return settle(writeDown(wish, clock.instant().plus(CALLERS_TURN)));
    }

    /**
     * Writes the wish down in the caller's transaction; the number follows in the background and is told by {@link
     * WaybillIssued} or {@link WaybillRefused}.
     */
    @Requires({Permission.FULFILMENT_PRINT, Permission.ORDERS_RELEASE, Permission.FACTS_RECORD})
    @Transactional(propagation = Propagation.MANDATORY)
    public void requestLater(RequestWaybill wish) {
        requestAllLater(List.of(wish));
    }

    /**
     * Writes many wishes down by the same few statements; see {@link #requestLater}.
     *
     * @return the parcels whose wish was written down; the others have a number already, or one being fetched or taken back
     */
    @Requires({Permission.FULFILMENT_PRINT, Permission.ORDERS_RELEASE, Permission.FACTS_RECORD})
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> requestAllLater(List<RequestWaybill> wishes) {
        Map<UUID, Waybill> newest = new LinkedHashMap<>();
        waybills.findByParcelIdInOrderBySerialAsc(
                        wishes.stream().map(RequestWaybill::parcelId).toList())
                .forEach(waybill -> newest.put(waybill.parcelId(), waybill));
        Instant now = clock.instant();
        List<Waybill> made = wishes.stream()
                .filter(wish -> !isLive(newest.get(wish.parcelId())))
                .map(wish -> made(wish, newest.get(wish.parcelId()), now))
                .toList();
        Set<String> carriers = accounts.carriers();
        made.stream()
                .filter(waybill -> !carriers.contains(waybill.carrier()))
                .forEach(waybill -> waybill.waitForAccount(NO_ACCOUNT, now));
        waybills.saveAll(made);
        if (!carriers.isEmpty()) {
            doorbell.ring(KIND, Acting.current().tenantId());
        }
        return made.stream().map(Waybill::parcelId).collect(Collectors.toSet());
    }

    /**
     * Takes the parcel's number back now; harmless to repeat.
     *
     * @throws IllegalStateException inside a transaction
     */
    @Requires({Permission.FULFILMENT_PRINT, Permission.ORDERS_CANCEL, Permission.FACTS_RECORD})
    public CancelResult cancel(UUID parcelId) {
        outsideOfTransactions();
        Optional<UUID> id = retrying.inTransaction(
                () -> startCancelling(parcelId, clock.instant().plus(CALLERS_TURN)));
        return id.isEmpty() ? new CancelResult.NoWaybill() : settleCancellation(id.get());
    }

    /** Takes the number back in the background; {@link WaybillCancelled} tells when it is done. */
    @Requires({Permission.FULFILMENT_PRINT, Permission.ORDERS_CANCEL, Permission.FACTS_RECORD})
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancelLater(UUID parcelId) {
        startCancelling(parcelId, clock.instant());
        doorbell.ring(KIND, Acting.current().tenantId());
    }

    /**
     * How many numbers the merchant can still draw from a carrier.
     *
     * @throws IllegalStateException inside a transaction: some carriers are asked over the network
     */
    @Requires({Permission.FULFILMENT_PRINT, Permission.SETTINGS_VIEW})
    public NumbersLeft numbersLeft(String carrier) {
        outsideOfTransactions();
        return accounts.open(carrier)
                .map(account -> carriers.get(carrier).numbersLeft(account))
                .orElseGet(() -> new NumbersLeft.Unknown(NO_ACCOUNT));
    }

    /** The newest waybill of each parcel that has one. */
    @Requires({
        Permission.SHIPPING_VIEW,
        Permission.FULFILMENT_VIEW,
        Permission.FULFILMENT_PRINT,
        Permission.ORDERS_VIEW,
        Permission.FACTS_RECORD
    })
    @Transactional(readOnly = true)
    public Map<UUID, WaybillInfo> newest(Collection<UUID> parcelIds) {
        Map<UUID, WaybillInfo> newest = new LinkedHashMap<>();
        if (!parcelIds.isEmpty()) {
            waybills.findByParcelIdInOrderBySerialAsc(parcelIds).forEach(w -> newest.put(w.parcelId(), w.info()));
        }
        return newest;
    }

    /** The parcel that a number was drawn for, also when it was taken back since. */
    @Requires({Permission.FULFILMENT_VIEW, Permission.FULFILMENT_OUTBOUND})
    @Transactional(readOnly = true)
    public Optional<UUID> parcelOf(String waybillNo) {
        return waybills.findByCarrierInAndWaybillNo(carriers.codes(), waybillNo).stream()
                .map(Waybill::parcelId)
                .findFirst();
    }

    @Transactional(readOnly = true)
    boolean anyDue() {
        return waybills.existsByNextAttemptAtLessThanEqual(clock.instant());
    }

    /** What is due with carriers that can be asked. */
    @Transactional(readOnly = true)
    List<UUID> due(int most) {
        Set<String> carriers = accounts.carriers();
        return carriers.isEmpty() ? List.of() : waybills.due(carriers, clock.instant(), Limit.of(most));
    }

    /**
     * Puts off, together, what waits for carriers that the merchant has no account with: nobody can be asked.
     *
     * @return how many
     */
    int putOffWithoutAccount(int most) {
        return retrying.inTransaction(() -> {
            Set<String> carriers = new HashSet<>(accounts.carriers());
            carriers.add("");
            List<Waybill> waiting = waybills.dueOfOthers(carriers, clock.instant(), Limit.of(most));
            waiting.forEach(waybill -> waybill.waitForAccount(NO_ACCOUNT, clock.instant()));
            return waiting.size();
        });
    }

    /** Asks the carrier for whatever the row still wants. */
    void settleDue(UUID id) {
        Optional<WaybillState> state = retrying.inTransaction(
                () -> waybills.findById(TenantKey.own(id)).map(Waybill::state));
        if (state.filter(WaybillState.REQUESTED::equals).isPresent()) {
            settle(id);
        } else if (state.filter(WaybillState.CANCELLING::equals).isPresent()) {
            settleCancellation(id);
        }
    }

    private UUID writeDown(RequestWaybill wish, Instant firstAttemptAt) {
        try {
            return retrying.inTransaction(() -> find(wish, firstAttemptAt));
        } catch (DataIntegrityViolationException anotherWasFaster) {
            return retrying.inTransaction(() -> find(wish, firstAttemptAt));
        }
    }

    /** The parcel's live waybill, or a new wish. */
    private UUID find(RequestWaybill wish, Instant firstAttemptAt) {
        Waybill newest =
                waybills.findFirstByParcelIdOrderBySerialDesc(wish.parcelId()).orElse(null);
        return newest != null && isLive(newest)
                ? newest.id()
                : waybills.saveAndFlush(made(wish, newest, firstAttemptAt)).id();
    }

    private static boolean isLive(@Nullable Waybill waybill) {
        return waybill != null && waybill.state().live();
    }

    private Waybill made(RequestWaybill wish, @Nullable Waybill before, Instant firstAttemptAt) {
        carriers.get(wish.carrier());
        int serial = before == null ? 1 : before.serial() + 1;
        Waybill waybill = new Waybill(wish, serial, lastFour(wish.sender().phone()), clock.instant());
        waybill.seal(keys.encrypt(json.writeValueAsBytes(wish), context(waybill.id())), firstAttemptAt);
        return waybill;
    }

    private WaybillResult settle(UUID id) {
        return switch (retrying.inTransaction(() -> read(id))) {
            case Wish.Answered answered -> answered.result();
            case Wish.Open open -> {
                WaybillResult result = create(open);
                yield retrying.inTransaction(() -> apply(id, result));
            }
        };
    }

    private WaybillResult create(Wish.Open wish) {
        return accounts.open(wish.request().carrier())
                .map(account -> carriers.get(account.carrier()).create(account, wish.reference(), wish.request()))
                .orElseGet(() -> new WaybillResult.Unreachable(NO_ACCOUNT));
    }

    private Wish read(UUID id) {
        Waybill waybill = waybills.findById(TenantKey.own(id)).orElseThrow();
        byte[] sealed = waybill.request();
        if (waybill.state() != WaybillState.REQUESTED || sealed == null) {
            return new Wish.Answered(answer(waybill));
        }
        RequestWaybill request = json.readValue(keys.decrypt(sealed, context(id)), RequestWaybill.class);
        return new Wish.Open(waybill.carrierReference(), request);
    }

    private static WaybillResult answer(Waybill waybill) {
        WaybillInfo info = waybill.info();
        if (info.waybillNo() != null && info.label() != null && info.state() == WaybillState.ISSUED) {
            return new WaybillResult.Issued(info.waybillNo(), info.label());
        }
        return new WaybillResult.Refused(info.problem() == null ? BEING_CANCELLED : info.problem());
    }

    private WaybillResult apply(UUID id, WaybillResult result) {
        Waybill waybill = waybills.lock(id).orElseThrow();
        if (waybill.state() != WaybillState.REQUESTED) {
            return waybill.state() == WaybillState.ISSUED ? answer(waybill) : result;
        }
        int tenant = waybill.tenantId();
        switch (result) {
            case WaybillResult.Issued issued -> {
                waybill.issue(issued.waybillNo(), issued.label(), clock.instant());
                tracking.start(
                        waybill.id(),
                        waybill.parcelId(),
                        waybill.carrier(),
                        issued.waybillNo(),
                        waybill.senderLastFour());
                events.publish(new WaybillIssued(tenant, waybill.parcelId(), waybill.carrier(), issued.waybillNo()));
            }
            case WaybillResult.Refused refused -> {
                waybill.refuse(refused.reason());
                events.publish(new WaybillRefused(tenant, waybill.parcelId(), waybill.carrier(), refused.reason()));
            }
            case WaybillResult.Unreachable away -> waybill.tryLater(away.reason(), clock.instant());
        }
        return result;
    }

    private Optional<UUID> startCancelling(UUID parcelId, Instant firstAttemptAt) {
        return waybills.findFirstByParcelIdOrderBySerialDesc(parcelId)
                .filter(waybill -> waybill.state() != WaybillState.REFUSED)
                .map(waybill -> {
                    if (waybill.state().live()) {
                        waybill.startCancelling(firstAttemptAt);
                    }
                    return waybill.id();
                });
    }

    private CancelResult settleCancellation(UUID id) {
        Waybill waybill = retrying.inTransaction(
                () -> waybills.findById(TenantKey.own(id)).orElseThrow());
        if (waybill.state() != WaybillState.CANCELLING) {
            return new CancelResult.Cancelled();
        }
        CancelResult result = accounts.open(waybill.carrier())
                .map(account -> carriers.get(waybill.carrier()).cancel(account, waybill.carrierReference()))
                .orElseGet(() -> new CancelResult.Unreachable(NO_ACCOUNT));
        retrying.inTransaction(() -> apply(id, result));
        return result;
    }

    private void apply(UUID id, CancelResult result) {
        Waybill waybill = waybills.lock(id).orElseThrow();
        if (waybill.state() != WaybillState.CANCELLING) {
            return;
        }
        switch (result) {
            case CancelResult.Cancelled cancelled -> cancelled(waybill);
            case CancelResult.NoWaybill nothing -> cancelled(waybill);
            case CancelResult.Refused refused -> kept(waybill, refused.reason());
            case CancelResult.Unreachable away -> waybill.tryLater(away.reason(), clock.instant());
        }
    }

    private void kept(Waybill waybill, String reason) {
        waybill.keep(reason);
        String number = waybill.waybillNo();
        if (number != null) {
            events.publish(new WaybillKept(waybill.tenantId(), waybill.parcelId(), waybill.carrier(), number, reason));
        }
    }

    private void cancelled(Waybill waybill) {
        waybill.cancel(clock.instant());
        tracking.stop(waybill.id());
        events.publish(new WaybillCancelled(waybill.tenantId(), waybill.parcelId(), waybill.carrier()));
    }

    private static void outsideOfTransactions() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A carrier must not be called inside a transaction");
        }
    }

    private static String lastFour(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return Phone.parse(phone, "CN").map(Phone::lastFour).orElse(digits.substring(Math.max(0, digits.length() - 4)));
    }

    private static String context(UUID id) {
        return "waybill|" + id + "|request";
    }

    /** A wish as it is needed for the call: either still open or answered already. */
    private sealed interface Wish {
        record Open(String reference, RequestWaybill request) implements Wish {}

        record Answered(WaybillResult result) implements Wish {}
    }
}
