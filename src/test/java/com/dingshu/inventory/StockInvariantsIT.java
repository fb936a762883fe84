package com.dingshu.inventory;

import static com.dingshu.inventory.Pools.Pool.need;
import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.inventory.Pools.Pool;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The checker of the books bites: whatever is tampered with behind the product's back is found. */
@IntegrationTest
class StockInvariantsIT {

    @Autowired
    private BeanFactory beans;

    private Pool pool;

    @BeforeEach
    void trade() {
        pool = new Pools(beans).open();
        UUID sku = pool.sku("A", 100);
        pool.reserve(pool.order(false, need(sku, 3)));
        ReserveStock shipped = pool.order(true, need(sku, 2));
        pool.reserve(shipped);
        pool.consume(shipped.orderId());
        ReserveStock released = pool.order(true, need(sku, 5));
        pool.reserve(released);
        pool.release(released.orderId(), ReleaseCause.CANCELLED);
    }

    @Test
    void findsNothingWrongWithHonestBooks() {
        assertThat(pool.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update stock_balance set on_hand = on_hand + 1 where tenant_id = ",
                "update stock_balance set reserved = reserved + 1 where tenant_id = ",
                "update stock_balance set movements = movements + 1 where tenant_id = ",
                "update stock_reservation set state = 'HELD' where quantity = 2 and tenant_id = ",
                "update stock_reservation set quantity = 9 where quantity = 3 and tenant_id = ",
                "update stock_reservation set ended_at = null where state = 'RELEASED' and tenant_id = ",
                "update stock_movement set available = -1 where kind = 'RESERVED' and tenant_id = ",
                "update stock_movement set on_hand = on_hand + 1 where number = 2 and tenant_id = ",
                "delete from stock_movement where kind = 'RELEASED' and tenant_id = "
            })
    void findsWhatWasTamperedWith(String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql + pool.merchant().id());
        }
        assertThat(pool.violations()).isNotEmpty();
    }
}
