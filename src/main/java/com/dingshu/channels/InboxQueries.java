package com.dingshu.channels;

import com.dingshu.channels.mapping.FieldTrace;
import com.dingshu.channels.mapping.MapContext;
import com.dingshu.channels.mapping.Mapping;
import com.dingshu.channels.mapping.MappingResult;
import com.dingshu.channels.mapping.Payload;
import com.dingshu.channels.mapping.Problem;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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

/** Reads the raw inbox. Bodies hold contact data in clear: a screen masks them unless the reader may reveal. */
@Service
@Transactional(readOnly = true)
public class InboxQueries {

    /** Counts beyond this are shown as “more than”. */
    public static final int MOST_COUNTED = 1_001;

    private static final int MOST_ROWS = 200;
    private static final int MOST_PAYLOADS_OF_AN_ORDER = 100;

    private final InboxGateway gateway;
    private final RawBodies bodies;
    private final CurrentMappings current;
    private final Mappings mappings;
    private final Shops shops;
    private final JsonMapper json;

    InboxQueries(
            InboxGateway gateway,
            RawBodies bodies,
            CurrentMappings current,
            Mappings mappings,
            Shops shops,
            JsonMapper json) {
        this.gateway = gateway;
        this.bodies = bodies;
        this.current = current;
        this.mappings = mappings;
        this.shops = shops;
        this.json = json;
    }

    /** @param before the last row of the page before; null for the first page */
    @Requires(Permission.CHANNELS_VIEW)
    public InboxPage page(Collection<RawState> states, @Nullable UUID before, int most) {
        int limit = Math.min(most, MOST_ROWS);
        List<InboxSummary> rows = states.isEmpty() ? List.of() : gateway.page(states, before, limit + 1);
        boolean more = rows.size() > limit;
        List<InboxSummary> shown = more ? rows.subList(0, limit) : rows;
        return new InboxPage(shown, more ? shown.getLast().id() : null);
    }

    /** How many there are, capped at {@link #MOST_COUNTED}. */
    @Requires(Permission.CHANNELS_VIEW)
    public int count(Collection<RawState> states) {
        return states.isEmpty() ? 0 : gateway.count(states, MOST_COUNTED);
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

    private InboxDetails details(InboxSummary summary, InboxGateway.Envelope envelope) {
        byte[] body = bodies.open("raw_payload", summary.id(), envelope.closedBody(), envelope.size());
        Mapping mapping = current.of(mappingOf(summary));
        Reading reading = read(summary, envelope, body, mapping);
        return new InboxDetails(
                summary,
                envelope.origin(),
                envelope.signed(),
                json.readValue(envelope.headers(), new TypeReference<Map<String, String>>() {}),
                body,
                reading.problems(),
                reading.trace(),
                mapping.version(),
                alike(summary),
                firstAlike(summary).orElse(null));
    }

    private int alike(InboxSummary summary) {
        return summary.problemKind() == null
                        || summary.problemField() == null
                        || !summary.state().needsRepair()
                ? 0
                : gateway.countAlike(summary.channel(), summary.problemKind(), summary.problemField(), MOST_COUNTED);
    }

    private Optional<Instant> firstAlike(InboxSummary summary) {
        return summary.problemKind() == null || summary.problemField() == null
                ? Optional.empty()
                : gateway.firstAlike(summary.channel(), summary.problemKind(), summary.problemField());
    }

    /** How a payload would be read by a version of the mapping. */
    public record Reading(List<Problem> problems, List<FieldTrace> trace) {}

    /** Reads a payload by another version of its channel's mapping, changing nothing; empty when there is no such payload. */
    @Requires(Permission.CHANNELS_VIEW)
    public Optional<Reading> preview(UUID id, int mappingNumber) {
        return gateway.find(id).flatMap(summary -> gateway.envelope(id)
                .map(envelope -> read(
                        summary,
                        envelope,
                        bodies.open("raw_payload", id, envelope.closedBody(), envelope.size()),
                        mappings.compiled(mappingOf(summary), mappingNumber))));
    }

    private static String mappingOf(InboxSummary summary) {
        return summary.kind() == RawKind.FILE ? "csv" : summary.channel();
    }

    private Reading read(InboxSummary summary, InboxGateway.Envelope envelope, byte[] body, Mapping mapping) {
        if (summary.kind() == RawKind.NOTICE) {
            return new Reading(List.of(), List.of());
        }
        String currency = shops.byId(summary.shopId()).map(ShopInfo::currency).orElse("CNY");
        MapContext context = new MapContext(currency, Map.of(), envelope.signed() ? envelope.origin() : "");
        return switch (Payload.read(body)) {
            case Payload.Unreadable(Problem problem) -> new Reading(List.of(problem), List.of());
            case Payload.Readable(Object content) ->
                switch (mapping.map(content, context)) {
                    case MappingResult.Mapped mapped -> new Reading(List.of(), mapping.trace(content, context));
                    case MappingResult.Unmappable unmappable ->
                        new Reading(unmappable.problems(), mapping.trace(content, context));
                };
        };
    }

    /** Is it in the system? Asked with the channel's order number. */
    @Requires({Permission.CHANNELS_VIEW, Permission.ORDERS_VIEW})
    public Whereabouts whereIs(String channelOrderNo) {
        List<InboxSummary> payloads = gateway.about(channelOrderNo.strip(), MOST_PAYLOADS_OF_AN_ORDER);
        return new Whereabouts(channelOrderNo.strip(), answer(payloads), payloads);
    }

    private static Whereabouts.Answer answer(List<InboxSummary> payloads) {
        List<RawState> states = new ArrayList<>(payloads.stream()
                .filter(payload ->
                        payload.kind() != RawKind.NOTICE || !payload.state().inSystem())
                .map(InboxSummary::state)
                .toList());
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
