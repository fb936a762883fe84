package com.dingshu.customers;

import com.dingshu.audit.Change;
import com.dingshu.audit.History;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads customers: masked, unless somebody with the permission asks to see one in clear, which leaves a trace. */
@Service
@Transactional(readOnly = true)
public class CustomerQueries {

    private static final int MOST_FOUND = 50;
    private static final byte[] NOTHING = new byte[16];

    private final CustomerGateway gateway;
    private final CustomerRepository customers;
    private final ContactVault vault;
    private final OperationLog log;
    private final History history;

    CustomerQueries(
            CustomerGateway gateway,
            CustomerRepository customers,
            ContactVault vault,
            OperationLog log,
            History history) {
        this.gateway = gateway;
        this.customers = customers;
        this.vault = vault;
        this.log = log;
        this.history = history;
    }

    /** Newest first, the next ones after a given customer. */
    @Requires(Permission.CUSTOMERS_VIEW)
    public List<CustomerSummary> page(@Nullable UUID after, int most) {
        return gateway.page(after, most);
    }

    @Requires(Permission.CUSTOMERS_VIEW)
    public List<CustomerSummary> byIds(Collection<UUID> ids) {
        return gateway.byIds(ids);
    }

    /** By a whole telephone number, its last four digits or a whole name; at most 50. */
    @Requires(Permission.CUSTOMERS_VIEW)
    public List<CustomerSummary> search(String text) {
        return gateway.found(
                vault.phoneIndex(text).orElse(NOTHING),
                vault.lastFourIndex(text).orElse(NOTHING),
                vault.nameIndex(text).orElse(NOTHING),
                MOST_FOUND);
    }

    @Requires({Permission.CUSTOMERS_VIEW, Permission.ORDERS_VIEW})
    public Optional<CustomerDetails> details(UUID id) {
        return gateway.details(id);
    }

    /** The contact data in clear. Who asked, and why, is logged. */
    @Requires(Permission.CONTACT_REVEAL)
    @Transactional
    public Optional<Contact> reveal(UUID id) {
        return customers.own(id).filter(Customer::hasContact).map(customer -> {
            log.record("contact.revealed", "customer", id.toString(), null);
            return vault.open(id, ContactVault.ownPlace(id), java.util.Objects.requireNonNull(customer.contact()));
        });
    }

    /** What was known of the person before, without the contact data itself. */
    @Requires(Permission.HISTORY_VIEW)
    public List<Change> history(UUID id) {
        return history.of(Customer.class, id);
    }
}
