package com.dingshu.notifications;

import com.dingshu.shared.Ids;
import com.dingshu.shared.Phone;
import com.dingshu.shared.Sentence;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Doorbell;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.TenantKeys;
import com.dingshu.tenancy.Tenants;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Sends messages to customers and staff: written down in the caller's transaction, sent after its commit. */
@Service
public class Messages {

    private final MessageGateway gateway;
    private final MessageTemplates templates;
    private final Tenants tenants;
    private final TenantKeys keys;
    private final Doorbell doorbell;
    private final JsonMapper json;
    private final Clock clock;

    Messages(
            MessageGateway gateway,
            MessageTemplates templates,
            Tenants tenants,
            TenantKeys keys,
            Doorbell doorbell,
            JsonMapper json,
            Clock clock) {
        this.gateway = gateway;
        this.templates = templates;
        this.tenants = tenants;
        this.keys = keys;
        this.doorbell = doorbell;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Sends a message once.
     *
     * @return false when one with the same key was written before
     */
    @Requires(Permission.FACTS_RECORD)
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean send(SendMessage command) {
        return write(command);
    }

    /** Without asking for a permission: for the module's own use, in a transaction. */
    boolean write(SendMessage command) {
        templates.check(command.template(), command.params());
        Optional<Phone> phone = Phone.parse(command.phone(), "CN");
        Message message = new Message(
                command.template(),
                command.language() == null
                        ? Message.languageFor(phone, tenants.current().locale())
                        : command.language(),
                phone.map(Phone::e164).orElse(""),
                command.params());
        UUID id = Ids.next();
        boolean reachable = phone.filter(Phone::takesMessages).isPresent();
        boolean added = gateway.insert(
                new MessageGateway.NewMessage(
                        id,
                        message,
                        phone.map(Phone::masked).orElse("****"),
                        command.subjectType(),
                        command.subject(),
                        command.onceKey(),
                        false,
                        true,
                        reachable ? null : Sentence.of("notifications.problem.unreachable"),
                        null),
                sealed(id, message),
                clock.instant());
        doorbell.ring(MessageWork.KIND, Acting.current().tenantId());
        return added;
    }

    /** Sends a secret. The work done is the same whether it is to be delivered or not. */
    @Requires(Permission.STATUS_PAGE)
    @Transactional(propagation = Propagation.MANDATORY)
    public void sendSecret(SendSecret command) {
        templates.check(command.template(), command.params());
        Optional<Phone> phone = Phone.parse(command.phone(), "CN");
        Message message = new Message(
                command.template(),
                Message.languageFor(phone, tenants.current().locale()),
                phone.map(Phone::e164).orElse(""),
                command.params());
        UUID id = Ids.next();
        gateway.insert(
                new MessageGateway.NewMessage(
                        id,
                        message,
                        phone.map(Phone::masked).orElse("****"),
                        "",
                        "",
                        "secret|" + id,
                        true,
                        command.deliver(),
                        null,
                        command.expiresAt()),
                sealed(id, message),
                clock.instant());
        doorbell.ring(MessageWork.KIND, Acting.current().tenantId());
    }

    private byte[] sealed(UUID id, Message message) {
        return keys.encrypt(json.writeValueAsBytes(message), context(id));
    }

    static String context(UUID id) {
        return "message|" + id + "|body";
    }
}
