package com.dingshu.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What every integration test finds in the application besides the product. */
@TestConfiguration(proxyBeanMethods = false)
@Import(Merchants.class)
public class TestSupport {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }
}
