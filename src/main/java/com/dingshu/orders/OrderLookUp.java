package com.dingshu.orders;

import com.dingshu.customers.ContactVault;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers a customer who has proved nothing yet. Each question is one statement, the same whether there is such an order
 * or not, so that nothing is learned from the work it makes.
 */
@Service
@Transactional(readOnly = true)
public class OrderLookUp {

    private static final byte[] NOBODY = new byte[16];

    private final OrderLookUpGateway gateway;
    private final ContactVault vault;

    OrderLookUp(OrderLookUpGateway gateway, ContactVault vault) {
        this.gateway = gateway;
        this.vault = vault;
    }

    /** The order of a number, ours or the channel's, that goes to a telephone ending in these four digits. */
    @Requires(Permission.STATUS_PAGE)
    public Optional<UUID> matching(String number, String lastFour) {
        return gateway.matching(number, vault.lastFourIndex(lastFour).orElse(NOBODY));
    }

    /** Whether any order goes to the telephone. */
    @Requires(Permission.STATUS_PAGE)
    public boolean knowsPhone(String phone) {
        return gateway.knowsPhone(vault.phoneIndex(phone).orElse(NOBODY));
    }
}
