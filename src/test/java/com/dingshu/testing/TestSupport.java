package com.dingshu.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.persistenceunit.ManagedClassNameFilter;

/** What every integration test finds in the application besides the product. */
@TestConfiguration(proxyBeanMethods = false)
@Import({Merchants.class, People.class, TestJob.class})
public class TestSupport {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    /** The entities written to break the house's rules have no tables. */
    @Bean
    ManagedClassNameFilter entitiesOfTheProduct() {
        return name -> !name.startsWith("com.dingshu.archproof.");
    }
}
