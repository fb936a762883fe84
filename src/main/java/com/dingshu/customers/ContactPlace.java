package com.dingshu.customers;

import java.util.UUID;

/** Where sealed contact data lies. Data moved to another row or column does not open there. */
public record ContactPlace(String table, UUID row, String column) {

    String context(int tenantId) {
        return tenantId + "|" + table + "|" + row + "|" + column;
    }
}
