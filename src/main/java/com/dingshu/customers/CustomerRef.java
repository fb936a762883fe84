package com.dingshu.customers;

import java.util.UUID;

/** A customer recognised or made. */
public record CustomerRef(UUID customerId) {}
