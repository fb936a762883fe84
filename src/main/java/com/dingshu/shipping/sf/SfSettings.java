package com.dingshu.shipping.sf;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How SF Express is reached.
 *
 * @param endpoint the gateway every service is posted to; the demonstration names its simulator
 * @param connectTimeout until the connection stands
 * @param timeout until the answer is there
 */
@ConfigurationProperties("dingshu.carriers.sf")
record SfSettings(
        @DefaultValue("https://bspgw.sf-express.com/std/service")
        URI endpoint,

        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("15s") Duration timeout) {}
