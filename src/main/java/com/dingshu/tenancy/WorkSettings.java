package com.dingshu.tenancy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How background work runs on this node.
 *
 * @param enabled off in tests, which drain the work themselves
 * @param threads how many tenants are worked on at once
 * @param sweep how often all tenants are looked at, in case a bell was not heard
 * @param lease how long one node keeps one kind of work of one tenant to itself
 */
@ConfigurationProperties("dingshu.work")
record WorkSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("4") int threads,
        @DefaultValue("2s") Duration sweep,
        @DefaultValue("30s") Duration lease) {}
