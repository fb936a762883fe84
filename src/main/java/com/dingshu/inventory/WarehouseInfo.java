package com.dingshu.inventory;

import com.dingshu.shared.PostalAddress;
import java.util.UUID;

/**
 * A place that goods are sent from.
 *
 * @param senderName who stands as the sender on the label
 */
public record WarehouseInfo(
        UUID id, String code, String name, PostalAddress address, String senderName, String senderPhone) {}
