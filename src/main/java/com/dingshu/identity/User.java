package com.dingshu.identity;

import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/**
 * One of the merchant's people. Whatever changes what a person may do raises the access version, and with it every
 * session opened before has ended.
 */
@Entity
@Audited
@Table(name = "app_user")
class User extends AuditedRow {

    private static final String COMMA = ",";

    private String login;
    private String name;
    private String roles;

    @Enumerated(EnumType.STRING)
    private UserStatus status;

    private String language;

    @NotAudited
    private String passwordHash;

    private Instant passwordChangedAt;

    @NotAudited
    private int accessVersion;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected User() {}

    User(UUID id, String login, String name, Set<String> roles, Locale language, String passwordHash, Instant now) {
        super(id);
        this.login = login;
        this.name = name;
        this.roles = joined(roles);
        this.status = UserStatus.ACTIVE;
        this.language = language.toLanguageTag();
        this.passwordHash = passwordHash;
        this.passwordChangedAt = now;
        this.createdAt = now;
    }

    static Set<String> split(String roles) {
        return new TreeSet<>(Set.of(roles.split(COMMA)));
    }

    String login() {
        return login;
    }

    String name() {
        return name;
    }

    Set<String> roles() {
        return split(roles);
    }

    UserStatus status() {
        return status;
    }

    Locale language() {
        return Locale.forLanguageTag(language);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant passwordChangedAt() {
        return passwordChangedAt;
    }

    String passwordHash() {
        return passwordHash;
    }

    int accessVersion() {
        return accessVersion;
    }

    boolean ownsActively() {
        return status == UserStatus.ACTIVE && roles().contains(Role.OWNER);
    }

    void suspend() {
        if (status != UserStatus.SUSPENDED) {
            status = UserStatus.SUSPENDED;
            accessVersion++;
        }
    }

    void reinstate() {
        status = UserStatus.ACTIVE;
    }

    void take(Set<String> newRoles) {
        String joined = joined(newRoles);
        if (!joined.equals(roles)) {
            roles = joined;
            accessVersion++;
        }
    }

    /** What the person's roles may do has changed. */
    void endSessions() {
        accessVersion++;
    }

    void rename(String newName) {
        name = newName;
    }

    void speak(Locale newLanguage) {
        language = newLanguage.toLanguageTag();
    }

    void changePassword(String newHash, Instant now) {
        passwordHash = newHash;
        passwordChangedAt = now;
        accessVersion++;
    }

    private static String joined(Set<String> roles) {
        return String.join(COMMA, new TreeSet<>(roles));
    }
}
