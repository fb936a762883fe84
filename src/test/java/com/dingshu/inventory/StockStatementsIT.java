package com.dingshu.inventory;

import static com.dingshu.inventory.Pools.Pool.need;
import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.inventory.Pools.Pool;
import com.dingshu.inventory.ReservationResult.Reserved;
import com.dingshu.testing.IntegrationTest;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How many statements the stock pool needs, and how many rows they read: counted by the server. */
@IntegrationTest
class StockStatementsIT {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Stock stock;

    @Autowired
    private StockQueries queries;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Pool pool;
    private List<UUID> skus;

    @BeforeEach
    void open() {
        pool = new Pools(beans).open();
        skus = IntStream.range(0, 40).mapToObj(n -> pool.sku("S" + n, 1000)).toList();
    }

    @Test
    void reservesAHundredOrdersOfThreeLinesByTwelveStatements() {
        List<ReserveStock> batch = orders(100);
        assertThat(statements(begun -> assertThat(stock.reserve(batch).values()).hasOnlyElementsOfType(Reserved.class)))
                .as("choices, lock, known, one update, 300 reservations and 300 lines in 4 portions each")
                .isEqualTo(12);
    }

    @Test
    void needsNoMoreForOneOrderThanForAHundred() {
        assertThat(statements(begun -> stock.reserve(orders(1)))).isEqualTo(8);
    }

    @Test
    void commitsAndReleasesAHundredOrdersByAFewStatements() {
        List<UUID> ids = orders(100).stream().map(ReserveStock::orderId).toList();
        List<ReserveStock> batch = orders(100);
        List<UUID> held = batch.stream().map(ReserveStock::orderId).toList();
        pool.reserveAll(batch);
        assertThat(statements(begun -> stock.commitAll(held))).isEqualTo(9);
        assertThat(statements(begun -> stock.commitAll(held)))
                .as("nothing to do")
                .isEqualTo(1);
        assertThat(statements(begun -> stock.releaseAll(held, ReleaseCause.CANCELLED)))
                .isEqualTo(9);
        assertThat(statements(begun -> stock.releaseAll(ids, ReleaseCause.CANCELLED)))
                .as("orders that hold nothing")
                .isEqualTo(1);
    }

    @Test
    void readsTheRowsItLocksAndNoOthers() {
        pool.reserveAll(orders(200));
        ReserveStock order = pool.order(false, need(skus.getFirst(), 1));
        assertThat(rowsRead(begun -> stock.reserve(List.of(order)))).isLessThan(60);
        assertThat(rowsRead(begun -> stock.commit(order.orderId()))).isLessThan(60);
        assertThat(rowsRead(begun -> stock.release(order.orderId(), ReleaseCause.CANCELLED)))
                .isLessThan(60);
    }

    @Test
    void listsAPageByThreeStatements() {
        assertThat(statements(begun -> queries.list(new StockFilter(null, null, null, 40))))
                .isLessThanOrEqualTo(3);
    }

    private List<ReserveStock> orders(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> pool.order(
                        false,
                        need(skus.get(n % 40), 1),
                        need(skus.get((n + 7) % 40), 2),
                        need(skus.get((n + 19) % 40), 1)))
                .toList();
    }

    private long statements(Consumer<Integer> work) {
        return status(work, "Questions") - 1;
    }

    private long rowsRead(Consumer<Integer> work) {
        return status(work, "Handler\\_read%");
    }

    private long status(Consumer<Integer> work, String variable) {
        return pool.merchant()
                .call(() -> transaction.execute(begun -> {
                    long before = sum(variable);
                    work.accept(0);
                    return sum(variable) - before;
                }));
    }

    private long sum(String variable) {
        return jdbc.sql("show session status like '" + variable + "'").query((row, n) -> row.getLong(2)).list().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
