package com.dingshu.notifications;

import com.dingshu.notifications.AlertRecipientResult.Refused;
import com.dingshu.notifications.AlertRecipientResult.Saved;
import com.dingshu.notifications.AlertRecipientResult.Why;
import com.dingshu.shared.Ids;
import com.dingshu.shared.Phone;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.TenantKeys;
import com.dingshu.tenancy.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of the merchant's people is told of what by SMS. Many alerts of one kind come as one message: the first at once,
 * later ones at most every ten minutes with their count and the oldest.
 */
@Service
@Transactional
public class StaffAlerts {

    private static final String TEST = "alert-test";
    private static final Set<String> LANGUAGES = Set.of(Message.CHINESE, Message.ENGLISH);

    private final AlertRecipientRepository recipients;
    private final MessageTemplates templates;
    private final Messages messages;
    private final Tenants tenants;
    private final TenantKeys keys;
    private final OperationLog log;
    private final Clock clock;

    StaffAlerts(
            AlertRecipientRepository recipients,
            MessageTemplates templates,
            Messages messages,
            Tenants tenants,
            TenantKeys keys,
            OperationLog log,
            Clock clock) {
        this.recipients = recipients;
        this.templates = templates;
        this.messages = messages;
        this.tenants = tenants;
        this.keys = keys;
        this.log = log;
        this.clock = clock;
    }

    /** Everybody on the list, the first taken in first. */
    @Requires({Permission.SETTINGS_VIEW, Permission.SETTINGS_MANAGE})
    @Transactional(readOnly = true)
    public List<AlertRecipientInfo> recipients() {
        return recipients.findAllByOrderById().stream()
                .map(AlertRecipient::info)
                .toList();
    }

    /** Puts somebody on the list or changes what is known of one who is. */
    @Requires(Permission.SETTINGS_MANAGE)
    public AlertRecipientResult save(SaveAlertRecipient wish) {
        Optional<Phone> phone = Phone.parse(wish.phone(), "CN");
        Why why = refusal(wish, phone);
        if (why != null) {
            return new Refused(why);
        }
        AlertRecipient recipient = wish.id() == null
                ? new AlertRecipient(Ids.next())
                : recipients.own(wish.id()).orElseThrow();
        recipient.describe(wish.name().strip(), wish.language(), wish.kinds());
        phone.ifPresent(number -> recipient.reachAt(
                keys.encrypt(number.e164(), context(recipient.id())), index(number), number.masked()));
        return new Saved(recipients.saveAndFlush(recipient).info());
    }

    /** Takes somebody off the list; false when the person was not on it. */
    @Requires(Permission.SETTINGS_MANAGE)
    public boolean remove(UUID id) {
        Optional<AlertRecipient> found = recipients.own(id);
        found.ifPresent(recipients::delete);
        return found.isPresent();
    }

    /** Sends a message that says what this person is told of; at most one a minute. */
    @Requires(Permission.SETTINGS_MANAGE)
    public AlertRecipientResult test(UUID id) {
        AlertRecipient recipient = recipients.own(id).orElse(null);
        if (recipient == null) {
            return new Refused(Why.GONE);
        }
        AlertRecipientInfo info = recipient.info();
        String onceKey = "alert-test|" + id + "|" + clock.instant().getEpochSecond() / 60;
        Map<String, String> words =
                Map.of("merchant", tenants.current().name(), "name", info.name(), "kinds", kinds(info));
        boolean sent = messages.write(
                new SendMessage(TEST, phone(recipient), words, "alert", info.name(), onceKey, recipient.language()));
        if (!sent) {
            return new Refused(Why.TEST_SENT);
        }
        log.record("alert.tested", "alert", info.name(), info.phone());
        return new Saved(info);
    }

    /** Writes to everybody who wants to know of such things, in the caller's transaction. */
    void tell(AlertKind kind, AlertWords words, String subject, String batch) {
        recipients.findAllByOrderById().stream()
                .filter(recipient -> recipient.wants(kind))
                .forEach(recipient -> messages.write(new SendMessage(
                        kind.template(),
                        phone(recipient),
                        words.in(recipient.language()),
                        "order",
                        subject,
                        "alert|" + batch + "|" + recipient.id(),
                        recipient.language())));
    }

    /** The parameters of a message in a language. */
    interface AlertWords {
        Map<String, String> in(String language);
    }

    private @Nullable Why refusal(SaveAlertRecipient wish, Optional<Phone> phone) {
        if (wish.name().isBlank()) {
            return Why.NAME_MISSING;
        }
        if (wish.name().strip().length() > SaveAlertRecipient.LONGEST_NAME) {
            return Why.NAME_LONG;
        }
        if (!LANGUAGES.contains(wish.language())) {
            return Why.LANGUAGE_UNKNOWN;
        }
        if (wish.id() == null && recipients.count() >= SaveAlertRecipient.MOST_RECIPIENTS) {
            return Why.TOO_MANY;
        }
        if (wish.id() != null && recipients.own(wish.id()).isEmpty()) {
            return Why.GONE;
        }
        Why phoneWhy = phoneRefusal(wish, phone);
        return phoneWhy == null && wish.kinds().isEmpty() ? Why.KINDS_MISSING : phoneWhy;
    }

    private @Nullable Why phoneRefusal(SaveAlertRecipient wish, Optional<Phone> phone) {
        if (wish.phone().isBlank()) {
            return wish.id() == null ? Why.PHONE_MISSING : null;
        }
        if (phone.isEmpty()) {
            return Why.PHONE_UNREADABLE;
        }
        if (!phone.get().takesMessages()) {
            return Why.PHONE_TAKES_NO_SMS;
        }
        boolean another = recipients
                .findByPhoneIndex(index(phone.get()))
                .filter(known -> !Objects.equals(known.id(), wish.id()))
                .isPresent();
        return another ? Why.PHONE_TAKEN : null;
    }

    private String kinds(AlertRecipientInfo info) {
        return info.kinds().stream()
                .sorted()
                .map(kind -> templates.part(kind.template() + "-name", info.language(), Map.of()))
                .collect(Collectors.joining(info.language().equals(Message.ENGLISH) ? ", " : "、"));
    }

    private String phone(AlertRecipient recipient) {
        return keys.decryptText(recipient.phone(), context(recipient.id()));
    }

    private byte[] index(Phone number) {
        return keys.blindIndex("alert_recipient.phone", number.e164());
    }

    private static String context(UUID id) {
        return "alert_recipient|" + id + "|phone";
    }
}
