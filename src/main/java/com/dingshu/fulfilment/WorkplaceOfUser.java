package com.dingshu.fulfilment;

import com.dingshu.identity.SignedInDetail;
import com.dingshu.identity.SignedInUser;
import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.inventory.Warehouses;
import com.dingshu.tenancy.Permission;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the warehouse page where its work lies: in the merchant's warehouse or, with how many more, the first of them. */
@Component
class WorkplaceOfUser implements SignedInDetail {

    private static final Set<Permission> SCANS =
            Set.of(Permission.FULFILMENT_PICK, Permission.FULFILMENT_PACK, Permission.FULFILMENT_OUTBOUND);

    private final Warehouses warehouses;

    WorkplaceOfUser(Warehouses warehouses) {
        this.warehouses = warehouses;
    }

    record Workplace(UUID id, String name) {}

    @Override
    public String name() {
        return "warehouse";
    }

    /** Null for people who scan nothing, and where there is no warehouse yet. */
    @Override
    public @Nullable Workplace about(SignedInUser user) {
        if (SCANS.stream().noneMatch(user::may)) {
            return null;
        }
        List<WarehouseInfo> all = warehouses.all();
        if (all.isEmpty()) {
            return null;
        }
        WarehouseInfo first = all.getFirst();
        return new Workplace(first.id(), all.size() == 1 ? first.name() : first.name() + " +" + (all.size() - 1));
    }
}
