package com.dingshu.tenancy;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.dialect.MySQLDialect;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires tenancy into Hibernate, the connections and the clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KeySettings.class, WorkSettings.class})
class TenancyConfiguration {

    /** The only source of time. It ticks in microseconds, the precision of the database's columns. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    @Bean
    HibernatePropertiesCustomizer tenantResolution(TenantResolver resolver) {
        return (Map<String, Object> properties) ->
                properties.put(AvailableSettings.MULTI_TENANT_IDENTIFIER_RESOLVER, resolver);
    }

    /** MariaDB and MySQL lock rows in different words; the server at hand decides. */
    @Bean
    HibernatePropertiesCustomizer dialect(DataSource source) {
        String version = JdbcClient.create(source)
                .sql("select version()")
                .query(String.class)
                .single();
        Class<?> dialect = version.contains("MariaDB") ? MariaDBDialect.class : MySQLDialect.class;
        return properties -> properties.put(AvailableSettings.DIALECT, dialect.getName());
    }

    @Bean
    static BeanPostProcessor guardedDataSource() {
        return new BeanPostProcessor() {
            @Override
            public @Nullable Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && !(bean instanceof GuardedDataSource)
                        ? new GuardedDataSource(source)
                        : bean;
            }
        };
    }
}
