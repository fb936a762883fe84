package com.dingshu.channels;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A merchant's own version of a channel's mapping. Once published its document never changes. */
@Entity
@Audited
class MappingVersion extends AuditedRow {

    private String channel;
    private int number;

    @Enumerated(EnumType.STRING)
    private MappingState state;

    @Column(columnDefinition = "mediumtext")
    private String document;

    private String note;
    private String createdBy;
    private Instant createdAt;
    private @Nullable Instant publishedAt;

    @SuppressWarnings("NullAway.Init")
    protected MappingVersion() {}

    MappingVersion(String channel, int number, String document, String createdBy, Instant createdAt) {
        super(Ids.next());
        this.channel = channel;
        this.number = number;
        this.state = MappingState.DRAFT;
        this.document = document;
        this.note = "";
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** @throws IllegalStateException once it is published */
    void rewrite(String newDocument) {
        if (state != MappingState.DRAFT) {
            throw new IllegalStateException("A published mapping does not change");
        }
        this.document = newDocument;
    }

    void publish(String why, Instant at) {
        if (state != MappingState.DRAFT) {
            throw new IllegalStateException("Published already");
        }
        this.state = MappingState.CURRENT;
        this.note = why;
        this.publishedAt = at;
    }

    void retire() {
        this.state = MappingState.FORMER;
    }

    MappingVersionInfo info() {
        return new MappingVersionInfo(channel, number, state, note, createdBy, createdAt, publishedAt);
    }

    int number() {
        return number;
    }

    MappingState state() {
        return state;
    }

    String document() {
        return document;
    }
}
