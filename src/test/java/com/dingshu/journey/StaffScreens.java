package com.dingshu.journey;

import static java.util.Map.entry;

import com.dingshu.blueprints.DemoMerchant;
import java.util.Map;

/** What a merchant's own data put for the parameters of the staff screens. */
final class StaffScreens {

    private StaffScreens() {}

    static Map<String, String> values(DemoMerchant shop, BusyDay day) {
        return Map.ofEntries(
                entry("orders/:number", day.inReview()),
                entry("stock/:code", "LJ-MQ-050"),
                entry("catalog/:code", "LJ-MQ-050"),
                entry("customers/:id", day.customer().toString()),
                entry("inbox/:id", day.payload().toString()),
                entry("imports/:id", day.imported().toString()),
                entry("shops/:id", shop.shop("douyin").id().toString()),
                entry("mappings/:channel", "douyin"),
                entry("outbox/:id", day.message().toString()),
                entry("settings/alerts/:person", day.told().toString()),
                entry("settings/users/:login", "picker"),
                entry("settings/roles/:role", "finance"));
    }
}
