package com.dingshu.customers;

import com.dingshu.audit.Change;
import com.dingshu.audit.History;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads customers: masked, unless somebody with the permission asks to see one in clear, which leaves a trace. */
@Service
@Transactional(readOnly = true)
public class CustomerQueries {

    private static final byte[] NOTHING = new byte[16];

    private final CustomerGateway gateway;
    private final CustomerRepository customers;
    private final ContactVault vault;
    private final OperationLog log;
    private final History history;
    private final Shops shops;

    CustomerQueries(
            CustomerGateway gateway,
            CustomerRepository customers,
            ContactVault vault,
            OperationLog log,
            History history,
            Shops shops) {
        this.gateway = gateway;
        this.customers = customers;
        this.vault = vault;
        this.log = log;
        this.history = history;
        this.shops = shops;
    }

    /** A page of the list, or of what a text leads to; somebody merged into another is found by text only. */
    @Requires(Permission.CUSTOMERS_VIEW)
    public List<CustomerSummary> page(CustomerQuery query) {
        return query.text() == null
                ? gateway.page(query.after(), query.size())
                : gateway.found(traces(query.text()), query.after(), query.size());
    }

    private CustomerGateway.Traces traces(String text) {
        Optional<byte[]> phone = vault.phoneIndex(text);
        List<byte[]> keys = new ArrayList<>(List.of(phone.orElse(NOTHING)));
        shops.all().stream()
                .map(ShopInfo::channel)
                .distinct()
                .forEach(channel -> keys.add(vault.buyerIndex(channel, text)));
        return new CustomerGateway.Traces(
                phone.orElse(NOTHING),
                vault.lastFourIndex(text).orElse(NOTHING),
                vault.nameIndex(text).orElse(NOTHING),
                keys);
    }

    @Requires(Permission.CUSTOMERS_VIEW)
    public List<CustomerSummary> byIds(Collection<UUID> ids) {
        return gateway.byIds(ids);
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

    /**
     * What was known of the person before, without the contact data itself, oldest first. The field {@code merged} holds
     * the id of a customer merged into this one or parted from it.
     */
    @Requires(Permission.HISTORY_VIEW)
    public List<Change> history(UUID id) {
        List<Change> steps = new ArrayList<>(history.of(Customer.class, id));
        history.ofParts(Customer.class, "mergedInto", id)
                .keySet()
                .forEach(other -> steps.addAll(merges(history.of(Customer.class, other), id, other.toString())));
        return steps.stream().sorted(Comparator.comparing(Change::revision)).toList();
    }

    /** How another's comings into this customer and goings look from here. */
    private static List<Change> merges(List<Change> ofOther, UUID id, String other) {
        String here = id.toString();
        return ofOther.stream()
                .flatMap(step -> step.fields().stream()
                        .filter(field -> field.field().equals("mergedInto"))
                        .filter(field -> here.equals(field.before()) || here.equals(field.after()))
                        .map(field -> new Change(
                                step.revision(),
                                step.at(),
                                step.who(),
                                step.reason(),
                                Change.Kind.CHANGED,
                                List.of(new Change.FieldChange(
                                        "merged",
                                        here.equals(field.before()) ? other : null,
                                        here.equals(field.after()) ? other : null)))))
                .toList();
    }
}
