package com.dingshu.channels;

import com.dingshu.channels.mapping.BuiltInMappings;
import com.dingshu.channels.mapping.FieldSource;
import com.dingshu.channels.mapping.Mapping;
import com.dingshu.channels.mapping.MappingEdit;
import com.dingshu.channels.mapping.MappingFault;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The versions of each channel's mapping. Version 1 comes with the product; a merchant's own versions follow. What comes
 * in is mapped by the current one; every order keeps the number of the one it was made with.
 */
@Service
@Transactional
public class Mappings {

    private final MappingVersionRepository versions;
    private final CurrentMappings current;
    private final OperationLog log;
    private final Clock clock;

    Mappings(MappingVersionRepository versions, CurrentMappings current, OperationLog log, Clock clock) {
        this.versions = versions;
        this.current = current;
        this.log = log;
        this.clock = clock;
    }

    /** All versions of a channel, newest first. */
    @Requires(Permission.CHANNELS_VIEW)
    @Transactional(readOnly = true)
    public List<MappingVersionInfo> versions(String channel) {
        List<MappingVersion> own = versions.findByChannelOrderByNumberDesc(channel);
        boolean replaced = own.stream().anyMatch(version -> version.state() == MappingState.CURRENT);
        List<MappingVersionInfo> all =
                new ArrayList<>(own.stream().map(MappingVersion::info).toList());
        all.add(new MappingVersionInfo(
                channel, 1, replaced ? MappingState.FORMER : MappingState.CURRENT, "", "", null, null));
        return all;
    }

    /** The text of a version. */
    @Requires(Permission.CHANNELS_VIEW)
    @Transactional(readOnly = true)
    public String document(String channel, int number) {
        return text(channel, number);
    }

    private String text(String channel, int number) {
        return number == 1
                ? BuiltInMappings.document(channel)
                : versions.findByChannelAndNumber(channel, number)
                        .map(MappingVersion::document)
                        .orElseThrow(
                                () -> new IllegalArgumentException("No mapping version " + number + " of " + channel));
    }

    /**
     * Keeps a draft: the channel's only one is rewritten, or a new one is made. Nothing is mapped by it until it is
     * published.
     *
     * @return the draft's number
     * @throws MappingFault when the document cannot be used; the message says where
     */
    @Requires(Permission.CHANNELS_CONFIGURE)
    public int draft(String channel, String document) {
        return keepDraft(channel, document);
    }

    private int keepDraft(String channel, String document) {
        Optional<MappingVersion> open = versions.findByChannelAndState(channel, MappingState.DRAFT);
        int number = open.map(MappingVersion::number)
                .orElseGet(() -> versions.findByChannelOrderByNumberDesc(channel).stream()
                                .findFirst()
                                .map(MappingVersion::number)
                                .orElse(1)
                        + 1);
        String numbered = numbered(document, number);
        if (!Mapping.parse(numbered).channel().equals(channel)) {
            throw new MappingFault(MappingFault.Kind.WRONG_CHANNEL, channel);
        }
        open.ifPresentOrElse(
                draft -> draft.rewrite(numbered),
                () -> versions.save(new MappingVersion(
                        channel, number, numbered, Acting.current().actor().name(), clock.instant())));
        return number;
    }

    /** The document names its version; whoever edits need not care. */
    private static String numbered(String document, int number) {
        return document.replaceFirst("(?m)^version:.*$", "version: " + number);
    }

    /** Takes the draft into use for everything that comes in from now on. What waits is rerun separately. */
    @Requires(Permission.CHANNELS_CONFIGURE)
    public int publish(String channel, String why) {
        return use(channel, why);
    }

    private int use(String channel, String why) {
        MappingVersion draft = versions.findByChannelAndState(channel, MappingState.DRAFT)
                .orElseThrow(() -> new IllegalArgumentException("There is no draft of " + channel));
        versions.findByChannelAndState(channel, MappingState.CURRENT).ifPresent(MappingVersion::retire);
        draft.publish(why, clock.instant());
        Acting.current()
                .because(why)
                .run(() ->
                        log.recordManual("channels.publish-mapping", "mapping", channel + " v" + draft.number(), null));
        current.forget(channel);
        return draft.number();
    }

    /** The number of a channel's draft; empty when nobody works on one. */
    @Requires(Permission.CHANNELS_VIEW)
    @Transactional(readOnly = true)
    public Optional<Integer> draftOf(String channel) {
        return versions.findByChannelAndState(channel, MappingState.DRAFT).map(MappingVersion::number);
    }

    /** The number of the version in use. */
    @Requires(Permission.CHANNELS_VIEW)
    @Transactional(readOnly = true)
    public int currentOf(String channel) {
        return versions.findByChannelAndState(channel, MappingState.CURRENT)
                .map(MappingVersion::number)
                .orElse(1);
    }

    /** What a version reads from where, field by field. */
    @Requires(Permission.CHANNELS_VIEW)
    @Transactional(readOnly = true)
    public List<FieldSource> sources(String channel, int number) {
        return compiled(channel, number).sources();
    }

    /**
     * Changes where one field of the draft is read from; without a draft one is begun from the version in use.
     *
     * @param field as in {@link com.dingshu.channels.mapping.FieldTrace}: {@code amountDue}, {@code lines.quantity}, {@code ext.promoTag}
     * @param sources expressions, the first that gives a value is taken; none removes an extension field
     * @return the draft's number
     * @throws MappingFault when the field is unknown or an expression is not valid
     */
    @Requires(Permission.CHANNELS_CONFIGURE)
    public int changeSource(String channel, String field, List<String> sources) {
        return keepDraft(channel, MappingEdit.withSource(text(channel, base(channel)), field, sources));
    }

    /**
     * Adds a word of the platform to a field of the draft, such as a status that was not listed; without a draft one is
     * begun from the version in use.
     *
     * @return the draft's number
     * @throws MappingFault when the field lists no words, or ours is not one of the hub's
     */
    @Requires(Permission.CHANNELS_CONFIGURE)
    public int addValue(String channel, String field, String theirs, String ours) {
        return keepDraft(channel, MappingEdit.withValue(text(channel, base(channel)), field, theirs, ours));
    }

    private int base(String channel) {
        return versions.findByChannelAndState(channel, MappingState.DRAFT)
                .map(MappingVersion::number)
                .orElseGet(() -> currentNumber(channel));
    }

    /**
     * Takes an earlier version into use again. It becomes a version of its own, so that the order of versions stays the
     * order in which they were used; changes of a draft are lost.
     *
     * @return the new version's number
     */
    @Requires(Permission.CHANNELS_CONFIGURE)
    public int restore(String channel, int number, String why) {
        keepDraft(channel, text(channel, number));
        return use(channel, why);
    }

    private int currentNumber(String channel) {
        return versions.findByChannelAndState(channel, MappingState.CURRENT)
                .map(MappingVersion::number)
                .orElse(1);
    }

    /** Drops the draft's changes: it becomes what is in use. */
    @Requires(Permission.CHANNELS_CONFIGURE)
    public void resetDraft(String channel) {
        keepDraft(channel, text(channel, currentNumber(channel)));
    }

    /** A version ready to map, for previews. */
    Mapping compiled(String channel, int number) {
        return Mapping.parse(text(channel, number));
    }
}
