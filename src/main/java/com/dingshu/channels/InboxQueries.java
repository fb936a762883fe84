package com.dingshu.channels;

import com.dingshu.channels.mapping.ContactPaths;
import com.dingshu.channels.mapping.FieldTrace;
import com.dingshu.channels.mapping.MapContext;
import com.dingshu.channels.mapping.Mapping;
import com.dingshu.channels.mapping.MappingResult;
import com.dingshu.channels.mapping.OrderDraft;
import com.dingshu.channels.mapping.Payload;
import com.dingshu.channels.mapping.Problem;
import com.dingshu.channels.mapping.StandardField;
import com.dingshu.shared.PersonName;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the raw inbox, contact data masked. */
@Service
@Transactional(readOnly = true)
public class InboxQueries {

    /** Counts beyond this are shown as “more than”. */
    public static final int MOST_COUNTED = 1_000;

    private static final int MOST_ROWS = 200;
    private static final int MOST_PAYLOADS_OF_AN_ORDER = 100;
    private static final int MOST_TRIED = 50;
    private static final int MOST_REASONS = 50;
    private static final int MOST_ATTEMPTS = 50;
    private final InboxGateway gateway;
    private final AttemptGateway attempts;
    private final RawBodies bodies;
    private final CurrentMappings current;
    private final Mappings mappings;
    private final Shops shops;
    private final OperationLog log;
    private final JsonMapper json;

    InboxQueries(
            InboxGateway gateway,
            AttemptGateway attempts,
            RawBodies bodies,
            CurrentMappings current,
            Mappings mappings,
            Shops shops,
            OperationLog log,
            JsonMapper json) {
        this.gateway = gateway;
        this.attempts = attempts;
        this.bodies = bodies;
        this.current = current;
        this.mappings = mappings;
        this.shops = shops;
        this.log = log;
        this.json = json;
    }

    /** @param before the last row of the page before; null for the first page */
    @Requires(Permission.CHANNELS_VIEW)
    public InboxPage page(InboxFilter filter, @Nullable UUID before, int most) {
        int limit = Math.min(most, MOST_ROWS);
        List<InboxSummary> rows = filter.states().isEmpty() ? List.of() : gateway.page(filter, before, limit + 1);
        boolean more = rows.size() > limit;
        List<InboxSummary> shown = more ? rows.subList(0, limit) : rows;
        return new InboxPage(shown, more ? shown.getLast().id() : null);
    }

    /** These payloads as they are now, newest first; unknown ones are missing. */
    @Requires(Permission.CHANNELS_VIEW)
    public List<InboxSummary> byIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : gateway.byIds(ids);
    }

    /** How many there are; one more than {@link #MOST_COUNTED} stands for all beyond. */
    @Requires(Permission.CHANNELS_VIEW)
    public int count(InboxFilter filter) {
        return filter.states().isEmpty() ? 0 : gateway.count(filter, MOST_COUNTED + 1);
    }

    /** Why payloads wait for a person, the most frequent reason first, at most 50. */
    @Requires(Permission.CHANNELS_VIEW)
    public List<InboxReason.Counted> reasons() {
        return gateway.reasons(MOST_REASONS);
    }

    /** How many payloads of a shop wait for an item to be mapped. */
    @Requires(Permission.CHANNELS_VIEW)
    public int waitingFor(UUID shopId, String itemKey) {
        return gateway.countWaitingFor(shopId, itemKey);
    }

    /** What was repaired since a moment, latest first. */
    @Requires(Permission.CHANNELS_VIEW)
    public List<InboxSummary> repairedSince(Instant since) {
        return gateway.repairedSince(since, MOST_ROWS);
    }

    /** What was refused at the door since a moment, latest first. */
    @Requires(Permission.CHANNELS_VIEW)
    public List<IntakeAlert> alerts(Instant since) {
        return gateway.alertsSince(since, MOST_ROWS);
    }

    @Requires(Permission.CHANNELS_VIEW)
    public Optional<InboxDetails> details(UUID id) {
        return gateway.find(id).flatMap(summary -> gateway.envelope(id).map(envelope -> details(summary, envelope)));
    }

    /** The very bytes that came. Who looked is logged. */
    @Requires(Permission.CONTACT_REVEAL)
    @Transactional
    public Optional<byte[]> reveal(UUID id) {
        return gateway.find(id).flatMap(summary -> gateway.envelope(id).map(envelope -> {
            log.record(
                    "contact.revealed",
                    "raw payload",
                    summary.externalId().isEmpty() ? id.toString() : summary.externalId(),
                    null);
            return open(summary, envelope);
        }));
    }

    /** The same line by line, in clear. Who looked is logged. */
    @Requires(Permission.CONTACT_REVEAL)
    @Transactional
    public List<PayloadLine> revealLines(UUID id) {
        return reveal(id)
                .map(body -> switch (Payload.read(body)) {
                    case Payload.Readable(Object content) -> PayloadLayout.inClear(content, json);
                    case Payload.Unreadable unreadable ->
                        List.of(new PayloadLine(0, "", new String(body, StandardCharsets.UTF_8), true));
                })
                .orElse(List.of());
    }

    private byte[] open(InboxSummary summary, InboxGateway.Envelope envelope) {
        return bodies.open("raw_payload", summary.id(), envelope.closedBody(), envelope.size());
    }

    private InboxDetails details(InboxSummary summary, InboxGateway.Envelope envelope) {
        byte[] body = open(summary, envelope);
        Payload payload = Payload.read(body);
        Mapping mapping = current.of(mappingOf(summary));
        PayloadReading reading = read(summary, envelope, payload, mapping);
        Optional<Mapping> draft =
                mappings.draftOf(mappingOf(summary)).map(number -> mappings.compiled(mappingOf(summary), number));
        ContactPaths contacts = contacts(mappingOf(summary), mapping);
        ContactPaths all = draft.map(Mapping::contacts).map(contacts::and).orElse(contacts);
        @Nullable Object readable = payload instanceof Payload.Readable(Object content) ? content : null;
        return new InboxDetails(
                summary,
                envelope.origin(),
                envelope.signed(),
                json.readValue(envelope.headers(), new TypeReference<Map<String, String>>() {}),
                envelope.size(),
                readable == null
                        ? List.of()
                        : PayloadLayout.of(readable, faulty(mapping, readable, reading, summary), all, json),
                reading,
                draft.map(version -> read(summary, envelope, payload, version)).orElse(null),
                alike(summary),
                summary.reason().flatMap(gateway::firstAlike).orElse(null),
                attempts.of(summary.id(), MOST_ATTEMPTS));
    }

    /** A merchant's own mapping adds to what is hidden, it takes nothing from it. */
    private ContactPaths contacts(String channel, Mapping mapping) {
        return current.builtIn(channel).contacts().and(mapping.contacts());
    }

    private static Set<String> faulty(Mapping mapping, Object content, PayloadReading reading, InboxSummary summary) {
        Set<String> paths = new LinkedHashSet<>();
        if (reading.problems().stream()
                .anyMatch(problem ->
                        problem.field().equals("payload") && problem.source().isEmpty())) {
            return paths;
        }
        reading.problems().forEach(problem -> paths.addAll(mapping.locate(content, problem)));
        if (summary.waitingItem() != null) {
            reading.trace().stream()
                    .filter(trace -> trace.value().equals(summary.waitingItem()))
                    .map(trace -> new Problem(trace.field(), Problem.Kind.UNMAPPED_ITEM, "", trace.source()))
                    .forEach(problem -> paths.addAll(mapping.locate(content, problem)));
        }
        return paths;
    }

    private int alike(InboxSummary summary) {
        return summary.state().needsRepair()
                ? summary.reason()
                        .map(reason -> gateway.countAlike(reason, MOST_COUNTED + 1))
                        .orElse(0)
                : 0;
    }

    /** Reads a payload by another version of its channel's mapping, changing nothing; empty when there is no such payload. */
    @Requires(Permission.CHANNELS_VIEW)
    public Optional<PayloadReading> preview(UUID id, int mappingNumber) {
        return gateway.find(id).flatMap(summary -> gateway.envelope(id)
                .map(envelope -> read(
                        summary,
                        envelope,
                        Payload.read(open(summary, envelope)),
                        mappings.compiled(mappingOf(summary), mappingNumber))));
    }

    /** How many of those that wait for the same reason a version would take in. */
    public record Tried(int tried, int good) {}

    /** Tries a version on at most 50 payloads that wait for the same reason as this one. */
    @Requires(Permission.CHANNELS_VIEW)
    public Tried tryAlike(UUID id, int mappingNumber) {
        List<UUID> ids = gateway.find(id).flatMap(InboxSummary::reason).stream()
                .flatMap(reason -> gateway.alike(reason, MOST_TRIED).stream())
                .map(InboxSummary::id)
                .toList();
        long good = ids.stream()
                .filter(one -> preview(one, mappingNumber)
                        .filter(reading -> reading.problems().isEmpty())
                        .isPresent())
                .count();
        return new Tried(ids.size(), (int) good);
    }

    private static String mappingOf(InboxSummary summary) {
        return summary.kind() == RawKind.FILE ? "file" : summary.channel();
    }

    /** Reads any text as a payload by a version of a channel's mapping; nothing is stored. */
    @Requires(Permission.CHANNELS_VIEW)
    public PayloadReading tryOut(String channel, int mappingNumber, String text) {
        return read(
                Payload.read(text.getBytes(StandardCharsets.UTF_8)),
                mappings.compiled(channel, mappingNumber),
                new MapContext("CNY", Map.of(), ""));
    }

    /** The latest payloads of a channel's mapping, whatever became of them, newest first. */
    @Requires(Permission.CHANNELS_VIEW)
    public List<InboxSummary> latestOf(String mapping, int most) {
        return gateway.latestOf(mapping, Math.min(most, MOST_ROWS));
    }

    private PayloadReading read(
            InboxSummary summary, InboxGateway.Envelope envelope, Payload payload, Mapping mapping) {
        if (summary.kind() == RawKind.NOTICE) {
            return new PayloadReading(mapping.version(), List.of(), List.of(), null);
        }
        String currency = shops.byId(summary.shopId()).map(ShopInfo::currency).orElse("CNY");
        return read(payload, mapping, new MapContext(currency, Map.of(), envelope.signed() ? envelope.origin() : ""));
    }

    private PayloadReading read(Payload payload, Mapping mapping, MapContext context) {
        return switch (payload) {
            case Payload.Unreadable(Problem problem) ->
                new PayloadReading(mapping.version(), List.of(problem), List.of(), null);
            case Payload.Readable(Object content) ->
                switch (mapping.map(content, context)) {
                    case MappingResult.Mapped(OrderDraft draft) ->
                        new PayloadReading(
                                mapping.version(), List.of(), trace(mapping, content, context), outcome(draft));
                    case MappingResult.Unmappable unmappable ->
                        new PayloadReading(
                                mapping.version(), unmappable.problems(), trace(mapping, content, context), null);
                };
        };
    }

    private static PayloadReading.Outcome outcome(OrderDraft draft) {
        return new PayloadReading.Outcome(
                draft.channelOrderNo(),
                draft.status().name(),
                draft.amounts().actualPaidMinor(),
                draft.currency(),
                draft.lines().size(),
                draft.lines().stream().mapToInt(line -> line.quantity()).sum());
    }

    private List<FieldTrace> trace(Mapping mapping, Object content, MapContext context) {
        ContactPaths contacts = contacts(mapping.channel(), mapping);
        return mapping.trace(content, context).stream()
                .map(trace -> new FieldTrace(trace.field(), trace.source(), shown(trace, contacts), trace.problem()))
                .toList();
    }

    private static String shown(FieldTrace trace, ContactPaths contacts) {
        if (trace.field().equals(StandardField.CUSTOMER_NAME.key())) {
            return PersonName.masked(trace.value());
        }
        if (trace.field().equals(StandardField.RECEIVER_PHONE.key())) {
            return Masks.phone(trace.value());
        }
        if (contacts.read(trace.field())) {
            return Masks.text(trace.value());
        }
        return trace.field().contains("ext.") ? Masks.withoutContacts(trace.value()) : trace.value();
    }

    /** Is it in the system? Asked with the channel's order number. */
    @Requires({Permission.CHANNELS_VIEW, Permission.ORDERS_VIEW})
    public Whereabouts whereIs(String channelOrderNo) {
        List<InboxSummary> payloads = gateway.about(channelOrderNo.strip(), MOST_PAYLOADS_OF_AN_ORDER);
        return new Whereabouts(channelOrderNo.strip(), answer(payloads), payloads);
    }

    private static Whereabouts.Answer answer(List<InboxSummary> payloads) {
        List<RawState> states = payloads.stream()
                .filter(payload ->
                        payload.kind() != RawKind.NOTICE || !payload.state().inSystem())
                .map(InboxSummary::state)
                .toList();
        if (states.stream().anyMatch(RawState::inSystem)) {
            return Whereabouts.Answer.APPLIED;
        }
        if (states.stream()
                .anyMatch(Set.of(RawState.REJECTED, RawState.FAILED, RawState.DEAD, RawState.DISCARDED)::contains)) {
            return Whereabouts.Answer.FAILED;
        }
        if (states.contains(RawState.RECEIVED)) {
            return Whereabouts.Answer.RECEIVED;
        }
        return states.contains(RawState.MAPPED) ? Whereabouts.Answer.MAPPED : Whereabouts.Answer.UNKNOWN;
    }
}
