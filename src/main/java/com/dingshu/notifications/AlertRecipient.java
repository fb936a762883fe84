package com.dingshu.notifications;

import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.envers.Audited;

/** One of the merchant's people who is told of things by SMS. */
@Entity
@Audited
class AlertRecipient extends AuditedRow {

    private static final String COMMA = ",";

    private String name;

    @Column(length = 200)
    private byte[] phone;

    @Column(length = 16)
    private byte[] phoneIndex;

    private String phoneMasked;
    private String language;
    private String kinds;

    @SuppressWarnings("NullAway.Init")
    protected AlertRecipient() {}

    @SuppressWarnings("NullAway.Init")
    AlertRecipient(UUID id) {
        super(id);
    }

    void describe(String newName, String newLanguage, Collection<AlertKind> newKinds) {
        this.name = newName;
        this.language = newLanguage;
        this.kinds = newKinds.stream().sorted().distinct().map(AlertKind::name).collect(Collectors.joining(COMMA));
    }

    void reachAt(byte[] encrypted, byte[] index, String masked) {
        this.phone = encrypted;
        this.phoneIndex = index;
        this.phoneMasked = masked;
    }

    boolean wants(AlertKind kind) {
        return kinds().contains(kind);
    }

    String language() {
        return language;
    }

    byte[] phone() {
        return phone;
    }

    private Set<AlertKind> kinds() {
        EnumSet<AlertKind> all = EnumSet.noneOf(AlertKind.class);
        Arrays.stream(kinds.split(COMMA))
                .filter(word -> !word.isEmpty())
                .map(AlertKind::valueOf)
                .forEach(all::add);
        return all;
    }

    AlertRecipientInfo info() {
        return new AlertRecipientInfo(id(), name, phoneMasked, language, kinds());
    }
}
