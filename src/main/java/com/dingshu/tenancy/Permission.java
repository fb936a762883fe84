package com.dingshu.tenancy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What somebody may do. Which role may do what stands in {@code tenants/roles.yaml} alone; the doors ask for one of
 * these.
 */
public enum Permission {
    ORDERS_VIEW("orders.view"),
    ORDERS_CREATE("orders.create"),
    ORDERS_REVIEW("orders.review"),
    ORDERS_RELEASE("orders.release"),
    ORDERS_HOLD("orders.hold"),
    ORDERS_CANCEL("orders.cancel"),
    ORDERS_VOID("orders.void"),
    ORDERS_UNAPPROVE("orders.unapprove"),
    ORDERS_EDIT_CONTACT("orders.edit-contact"),
    ORDERS_NOTE("orders.note"),
    ORDERS_EXPORT("orders.export"),
    ORDERS_EXPORT_COMPLETED("orders.export-completed"),
    CONTACT_REVEAL("contact.reveal"),
    CATALOG_VIEW("catalog.view"),
    CATALOG_EDIT("catalog.edit"),
    CUSTOMERS_VIEW("customers.view"),
    CUSTOMERS_EDIT("customers.edit"),
    STOCK_VIEW("stock.view"),
    STOCK_RECEIVE("stock.receive"),
    STOCK_ADJUST("stock.adjust"),
    PAYMENTS_VIEW("payments.view"),
    SHIPPING_VIEW("shipping.view"),
    FULFILMENT_VIEW("fulfilment.view"),
    FULFILMENT_PRINT("fulfilment.print"),
    FULFILMENT_PICK("fulfilment.pick"),
    FULFILMENT_PACK("fulfilment.pack"),
    FULFILMENT_OUTBOUND("fulfilment.outbound"),
    CHANNELS_VIEW("channels.view"),
    CHANNELS_REPAIR("channels.repair"),
    CHANNELS_CONFIGURE("channels.configure"),
    CHANNELS_IMPORT("channels.import"),
    MESSAGES_VIEW("messages.view"),
    MESSAGES_RESEND("messages.resend"),
    INSIGHT_VIEW("insight.view"),
    THRESHOLDS_MANAGE("thresholds.manage"),
    HISTORY_VIEW("history.view"),
    OPERATION_LOG_VIEW("operation-log.view"),
    USERS_MANAGE("users.manage"),
    SETTINGS_VIEW("settings.view"),
    SETTINGS_MANAGE("settings.manage"),

    /** Held by intake only: orders come in through channels, imports and the open interface. */
    ORDERS_ACCEPT("orders.accept"),
    /** Held by the product's own jobs and consumers only: stock, payment and parcel facts that follow from others. */
    FACTS_RECORD("facts.record"),
    /** Held by the customer's status page only. */
    STATUS_PAGE("status-page.view");

    private static final Map<String, Permission> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Permission::id, p -> p));

    private final String id;

    Permission(String id) {
        this.id = id;
    }

    /** The name used in {@code roles.yaml} and in the browser. */
    public String id() {
        return id;
    }

    public static Optional<Permission> byId(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** Whether a person can be given it; the others belong to the product's own actors. */
    public boolean grantable() {
        return this != ORDERS_ACCEPT && this != FACTS_RECORD && this != STATUS_PAGE;
    }
}
