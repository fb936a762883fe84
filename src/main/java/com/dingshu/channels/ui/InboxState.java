package com.dingshu.channels.ui;

import com.dingshu.channels.InboxFilter;
import com.dingshu.channels.InboxReason;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the inbox shows, as its address holds it. */
record InboxState(
        InboxTab tab, @Nullable UUID shop, @Nullable InboxReason reason) {

    private static final String VIEW = "view";
    private static final String SHOP = "shop";
    private static final String REASON = "reason";
    private static final String SEPARATOR = "~";

    static final InboxState START = new InboxState(InboxTab.REPAIR, null, null);

    static InboxState of(QueryParameters query) {
        return new InboxState(
                InboxTab.of(query.getSingleParameter(VIEW).orElse("")),
                query.getSingleParameter(SHOP).flatMap(InboxState::uuid).orElse(null),
                query.getSingleParameter(REASON).flatMap(InboxState::reason).orElse(null));
    }

    QueryParameters parameters() {
        Map<String, String> query = new LinkedHashMap<>();
        if (tab != InboxTab.REPAIR) {
            query.put(VIEW, tab.key());
        }
        if (shop != null) {
            query.put(SHOP, shop.toString());
        }
        if (reason != null) {
            query.put(REASON, String.join(SEPARATOR, reason.channel(), reason.problemKind(), reason.problemField()));
        }
        return QueryParameters.simple(query);
    }

    InboxFilter filter() {
        return new InboxFilter(tab.states(), shop, reason);
    }

    boolean narrowed() {
        return shop != null || reason != null;
    }

    InboxState with(InboxTab other) {
        return new InboxState(other, shop, null);
    }

    InboxState withShop(@Nullable UUID other) {
        return new InboxState(tab, other, reason);
    }

    InboxState withReason(@Nullable InboxReason other) {
        return new InboxState(tab, shop, other);
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<InboxReason> reason(String text) {
        String[] parts = text.split(SEPARATOR, 3);
        return parts.length == 3 ? Optional.of(new InboxReason(parts[0], parts[1], parts[2])) : Optional.empty();
    }
}
