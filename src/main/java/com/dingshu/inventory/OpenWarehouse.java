package com.dingshu.inventory;

import com.dingshu.shared.PostalAddress;

/** A new warehouse; see {@link WarehouseInfo} for the fields. The code is unique within the merchant. */
public record OpenWarehouse(String code, String name, PostalAddress address, String senderName, String senderPhone) {}
