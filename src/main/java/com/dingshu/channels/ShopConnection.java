package com.dingshu.channels;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** How a shop is reached on its platform; secret and token are encrypted under the merchant's key. */
@Entity
@Audited
class ShopConnection extends AuditedRow {

    private UUID shopId;
    private String channel;
    private String baseAddress;
    private String appKey;

    @Column(length = 700)
    private byte[] secret;

    @Column(length = 700)
    private byte[] token;

    private boolean pulls;

    @SuppressWarnings("NullAway.Init")
    protected ShopConnection() {}

    @SuppressWarnings("NullAway.Init")
    ShopConnection(UUID shopId, String channel) {
        super(Ids.next());
        this.shopId = shopId;
        this.channel = channel;
    }

    void change(String baseAddress, String appKey, byte[] secret, byte[] token, boolean pulls) {
        this.baseAddress = baseAddress;
        this.appKey = appKey;
        this.secret = secret;
        this.token = token;
        this.pulls = pulls;
    }

    void renew(byte[] token) {
        this.token = token;
    }

    void pull(boolean wanted) {
        this.pulls = wanted;
    }

    UUID shopId() {
        return shopId;
    }

    String baseAddress() {
        return baseAddress;
    }

    String appKey() {
        return appKey;
    }

    byte[] secret() {
        return secret;
    }

    byte[] token() {
        return token;
    }

    boolean pulls() {
        return pulls;
    }
}
