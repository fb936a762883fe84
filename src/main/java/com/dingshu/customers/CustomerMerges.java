package com.dingshu.customers;

import com.dingshu.customers.MergeResult.Why;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two customers one where channels and telephone numbers did not tell, and takes that back. A merge moves nothing:
 * the one who is kept stands for the other, whose keys, contact data and orders stay where they are. From then on the
 * other is recognised as the one kept. Undoing restores both as they were; orders that came in between stay with the one
 * kept.
 */
@Service
@Transactional
public class CustomerMerges {

    private final CustomerRepository customers;
    private final CustomerGateway gateway;
    private final Clock clock;

    CustomerMerges(CustomerRepository customers, CustomerGateway gateway, Clock clock) {
        this.customers = customers;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Makes the one kept stand for the other. Doing it again changes nothing. */
    @Requires(Permission.CUSTOMERS_EDIT)
    public MergeResult merge(UUID kept, UUID other) {
        if (kept.equals(other)) {
            return new MergeResult.Refused(Why.SAME);
        }
        Map<UUID, Customer> both = customers.findByIdInOrderById(List.of(kept, other)).stream()
                .collect(Collectors.toMap(Customer::id, Function.identity()));
        Customer stays = both.get(kept);
        Customer goes = both.get(other);
        if (stays == null || goes == null) {
            return new MergeResult.Refused(Why.UNKNOWN);
        }
        if (kept.equals(goes.mergedInto())) {
            return new MergeResult.Already();
        }
        if (goes.mergedInto() != null) {
            return new MergeResult.Refused(Why.MERGED_ELSEWHERE);
        }
        if (stays.mergedInto() != null) {
            return new MergeResult.Refused(Why.KEPT_IS_MERGED);
        }
        goes.mergeInto(kept, Acting.current().actor().name(), clock.instant());
        return new MergeResult.Merged();
    }

    /** The customer stands alone again; false when it did already, or is none of the merchant's. */
    @Requires(Permission.CUSTOMERS_EDIT)
    public boolean undo(UUID merged) {
        Customer customer = customers.own(merged).orElse(null);
        if (customer == null || customer.mergedInto() == null) {
            return false;
        }
        customer.partAgain();
        return true;
    }

    /** Who may be the same person: a telephone number in common, or the same name in the same district. At most 20. */
    @Requires(Permission.CUSTOMERS_VIEW)
    @Transactional(readOnly = true)
    public List<CustomerSummary> alike(UUID id) {
        return gateway.alike(gateway.group(id));
    }
}
