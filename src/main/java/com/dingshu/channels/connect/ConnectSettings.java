package com.dingshu.channels.connect;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How platforms are called.
 *
 * @param connectTimeout until a connection stands
 * @param timeout for the whole answer of one call
 * @param tries how often a call that was not answered is made in all
 * @param privateAddresses whether platforms may be reached at private addresses and without TLS, as the simulators are; never in production
 * @param callsPerSecond the most calls a shop makes in a second
 */
@ConfigurationProperties("dingshu.channels")
public record ConnectSettings(
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("3") int tries,
        @DefaultValue("false") boolean privateAddresses,
        @DefaultValue("20") int callsPerSecond) {}
