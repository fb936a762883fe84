package com.dingshu.tenancy;

import com.dingshu.shared.Ids;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys of the merchant now acted for, wrapped by the installation's key: one encrypts, one makes blind indexes
 * (keyed hashes by which encrypted data is found without being read). They are made on first use.
 */
@Component
public class TenantKeys {

    private static final int KEY_BYTES = 32;
    private static final int INDEX_BYTES = 16;

    private final MasterKey master;
    private final KeyGateway gateway;
    private final Cache<Integer, Pair> cache = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    TenantKeys(MasterKey master, KeyGateway gateway) {
        this.master = master;
        this.gateway = gateway;
    }

    /** Encrypts under the merchant's own key; see {@link DataKey#encrypt} for the context. */
    public byte[] encrypt(byte[] plain, String context) {
        return own().data.encrypt(plain, scoped(context));
    }

    public byte[] decrypt(byte[] cipher, String context) {
        return own().data.decrypt(cipher, scoped(context));
    }

    public byte[] encrypt(String plain, String context) {
        return encrypt(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    public String decryptText(byte[] cipher, String context) {
        return new String(decrypt(cipher, context), StandardCharsets.UTF_8);
    }

    /** A keyed hash of 16 bytes: equal values of one purpose and merchant give equal bytes, and nothing can be read back. */
    public byte[] blindIndex(String purpose, String normalised) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(own().index, "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(normalised.getBytes(StandardCharsets.UTF_8)), INDEX_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A fresh key for one customer. */
    public DataKey newDataKey() {
        return new DataKey(Random.randBytes(KEY_BYTES));
    }

    /** The form in which a customer's key is stored. */
    public byte[] wrap(DataKey key, String context) {
        return encrypt(key.raw(), context);
    }

    public DataKey unwrap(byte[] wrapped, String context) {
        return new DataKey(decrypt(wrapped, context));
    }

    private static String scoped(String context) {
        return Acting.current().tenantId() + "|" + context;
    }

    private Pair own() {
        int tenant = Acting.current().tenantId();
        return cache.get(tenant, id -> new Pair(new DataKey(key("DATA")), key("INDEX")));
    }

    private byte[] key(String purpose) {
        String context = "tenant_key|" + Acting.current().tenantId() + "|" + purpose;
        byte[] wrapped = gateway.find(purpose)
                .orElseGet(() -> gateway.insertOrFind(purpose, master.wrap(Random.randBytes(KEY_BYTES), context)));
        return master.unwrap(wrapped, context);
    }

    private record Pair(DataKey data, byte[] index) {}

    /** Reads and writes {@code tenant_key}. */
    @Component
    static class KeyGateway {

        private final JdbcClient jdbc;
        private final Clock clock;
        private final TransactionTemplate own;

        KeyGateway(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
            this.jdbc = jdbc;
            this.clock = clock;
            this.own = new TransactionTemplate(transactions);
            this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        }

        java.util.Optional<byte[]> find(String purpose) {
            return jdbc.sql("select wrapped from tenant_key where tenant_id = :tenant and purpose = :purpose")
                    .param("tenant", Acting.current().tenantId())
                    .param("purpose", purpose)
                    .query((row, n) -> row.getBytes(1))
                    .optional();
        }

        byte[] insertOrFind(String purpose, byte[] wrapped) {
            own.executeWithoutResult(transaction -> insert(purpose, wrapped));
            return own.execute(transaction -> find(purpose).orElseThrow());
        }

        private void insert(String purpose, byte[] wrapped) {
            jdbc.sql("""
                    insert into tenant_key (tenant_id, id, purpose, wrapped, created_at)
                    values (:tenant, :id, :purpose, :wrapped, :now)
                    on duplicate key update purpose = purpose""")
                    .param("tenant", Acting.current().tenantId())
                    .param("id", Db.uuid(Ids.next()))
                    .param("purpose", purpose)
                    .param("wrapped", wrapped)
                    .param("now", Db.time(clock.instant()))
                    .update();
        }
    }
}
