package com.dingshu.selfservice;

import com.dingshu.notifications.Messages;
import com.dingshu.notifications.SendSecret;
import com.dingshu.selfservice.StatusGateway.StoredCode;
import com.dingshu.shared.Ids;
import com.dingshu.shared.Phone;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.TenantKeys;
import com.dingshu.tenancy.Tenants;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The three ways in. Every try is counted before it is judged; an order number, a telephone or a code that does not exist
 * is treated with the same statements as one that does.
 */
@Service
@Transactional
public class StatusAccess {

    private static final int LONGEST_NUMBER = 64;
    private static final int CODES = 1_000_000;
    private static final Duration HOUR = Duration.ofHours(1);

    private final StatusGateway gateway;
    private final StatusOrders orders;
    private final Messages messages;
    private final RateLimits limits;
    private final TenantKeys keys;
    private final Tenants tenants;
    private final StatusSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    StatusAccess(
            StatusGateway gateway,
            StatusOrders orders,
            Messages messages,
            RateLimits limits,
            TenantKeys keys,
            Tenants tenants,
            StatusSettings settings,
            Clock clock) {
        this.gateway = gateway;
        this.orders = orders;
        this.messages = messages;
        this.limits = limits;
        this.keys = keys;
        this.tenants = tenants;
        this.settings = settings;
        this.clock = clock;
    }

    /** What a telephone is waiting for a code with, to be shown while it is entered. */
    public record PendingCode(String maskedPhone, Instant resendAt) {}

    /** Order number, ours or the channel's, and the last four digits of the receiver's telephone. */
    @Requires(Permission.STATUS_PAGE)
    public EntryResult byNumber(String typed, String lastFour, String address) {
        if (!limits.look(address)) {
            return new EntryResult.TooMany();
        }
        String number = normalised(typed);
        Instant now = clock.instant();
        byte[] key = keys.blindIndex("status-try", number);
        int tries = gateway.countTry(key, now, now.minus(settings.lock()));
        Optional<UUID> order = orders.matching(number, lastFour);
        if (tries > settings.wrongTries()) {
            return new EntryResult.Locked();
        }
        if (order.isEmpty()) {
            return tries == settings.wrongTries()
                    ? new EntryResult.Locked()
                    : new EntryResult.Wrong(settings.wrongTries() - tries);
        }
        gateway.forgetTries(key);
        return new EntryResult.Open(open(Pass.Kind.ORDER, order.get(), null, settings.visit()));
    }

    /** Asks for a code. Whether anybody with that number ordered here shows nowhere but on that telephone. */
    @Requires(Permission.STATUS_PAGE)
    public CodeRequest requestCode(String typed, String address) {
        Optional<Phone> phone = Phone.parse(typed, "CN").filter(number -> number.extension() == null);
        if (phone.isEmpty()) {
            return new CodeRequest.NoNumber();
        }
        if (!limits.code(Acting.current().tenantId(), address)) {
            return new CodeRequest.TooMany();
        }
        return requestCode(phone.get().e164());
    }

    /** Enters a code; it works once. */
    @Requires(Permission.STATUS_PAGE)
    public EntryResult enterCode(UUID id, String typed, String address) {
        if (!limits.look(address)) {
            return new EntryResult.TooMany();
        }
        Instant now = clock.instant();
        boolean mayTry = gateway.takeTry(id, settings.wrongTries(), now);
        Optional<StoredCode> stored = gateway.code(id);
        byte[] hash = hash(id, typed.replaceAll("\\s", ""));
        boolean right = stored.isPresent() && MessageDigest.isEqual(stored.get().codeHash(), hash);
        if (mayTry && right && gateway.use(id, now)) {
            return new EntryResult.Open(open(Pass.Kind.PHONE, null, phone(stored.get()), settings.visit()));
        }
        int left = settings.wrongTries() - stored.map(StoredCode::wrong).orElse(settings.wrongTries());
        return mayTry && left > 0 ? new EntryResult.Wrong(left) : new EntryResult.Locked();
    }

    /** Whose code is awaited; empty when it was never asked for or its time is over. */
    @Requires(Permission.STATUS_PAGE)
    @Transactional(readOnly = true)
    public Optional<PendingCode> pending(UUID id) {
        Instant now = clock.instant();
        return gateway.code(id)
                .filter(code -> code.expiresAt().isAfter(now))
                .map(code ->
                        new PendingCode(masked(phone(code)), code.createdAt().plus(Duration.ofMinutes(1))));
    }

    /** What a token proves now; empty for one that was never given, is over, or is another merchant's. */
    @Requires(Permission.STATUS_PAGE)
    @Transactional(readOnly = true)
    public Optional<Pass> pass(String token) {
        return Token.parse(token)
                .filter(parsed -> parsed.tenantId() == Acting.current().tenantId())
                .flatMap(parsed -> gateway.pass(parsed.hash(), clock.instant()))
                .map(stored -> new Pass(
                        stored.kind(),
                        stored.orderId(),
                        stored.phone() == null ? null : keys.decryptText(stored.phone(), passContext(stored.id())),
                        stored.expiresAt()));
    }

    /** Ends a visit. */
    @Requires(Permission.STATUS_PAGE)
    public void leave(String token) {
        Token.parse(token).ifPresent(parsed -> gateway.deletePass(parsed.hash()));
    }

    /** The merchant a token claims to belong to; nothing is proved by it. */
    public static Optional<Integer> tenantOf(String token) {
        return Token.parse(token).map(Token::tenantId);
    }

    static String masked(String e164) {
        return Phone.parse(e164, "CN").map(Phone::masked).orElse("****");
    }

    private CodeRequest requestCode(String phone) {
        Instant now = clock.instant();
        byte[] index = keys.blindIndex("status-code-phone", phone);
        int before = gateway.codesSince(index, now.minus(HOUR));
        boolean known = orders.knows(phone);
        if (before >= settings.codesPerPhone()) {
            return new CodeRequest.TooMany();
        }
        UUID id = UUID.randomUUID();
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
        Instant expires = now.plus(settings.codeLife());
        gateway.insertCode(id, index, keys.encrypt(phone, codeContext(id)), hash(id, code), now, expires);
        messages.sendSecret(new SendSecret(
                "status-code",
                phone,
                Map.of(
                        "merchant", tenants.current().name(),
                        "code", code,
                        "minutes", Long.toString(settings.codeLife().toMinutes())),
                expires,
                known));
        return new CodeRequest.Asked(id);
    }

    private String open(Pass.Kind kind, @Nullable UUID order, @Nullable String phone, Duration life) {
        Token token = Token.next(Acting.current().tenantId());
        UUID id = Ids.next();
        byte[] sealed = phone == null ? null : keys.encrypt(phone, passContext(id));
        Instant now = clock.instant();
        gateway.insertPass(id, kind, token.hash(), order, sealed, now, now.plus(life));
        return token.text();
    }

    private String phone(StoredCode code) {
        return keys.decryptText(code.phone(), codeContext(code.id()));
    }

    private byte[] hash(UUID id, String code) {
        return keys.blindIndex("status-code", id + "|" + code);
    }

    private static String normalised(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        return plain.length() <= LONGEST_NUMBER ? plain : plain.substring(0, LONGEST_NUMBER);
    }

    private static String codeContext(UUID id) {
        return "status_code|" + id + "|phone";
    }

    private static String passContext(UUID id) {
        return "status_pass|" + id + "|phone";
    }
}
