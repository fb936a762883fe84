package com.dingshu.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.orders.BoardQuery.Sort;
import com.dingshu.orders.BoardQuery.View;
import com.dingshu.testing.Desk;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.OrderInTheMaking;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How many statements the board's reads need and how many rows they touch, counted by the server. */
@IntegrationTest
class BoardStatementsIT {

    private static final int PAGE = 20;
    private static final int ORDERS = 240;
    private static final int ROWS = 3 * PAGE;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private OrderQueries queries;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(beans);
        desk.stocked("TEA", 100);
        desk.merchant().run(() -> beans.getBean(Orders.class)
                .accept(IntStream.range(0, ORDERS).mapToObj(this::order).toList()));
        desk.merchant().call(() -> queries.page(BoardQuery.of(View.ALL), null, 1));
    }

    /** A third to be reviewed, a third to ship or short of pieces, a third unpaid. */
    private ChannelOrderSnapshot order(int n) {
        OrderInTheMaking order = desk.anOrder().with(1, "TEA");
        return switch (n % 3) {
            case 0 -> order.note("请快一点").paid().snapshot();
            case 1 -> order.paid().snapshot();
            default -> order.snapshot();
        };
    }

    @ParameterizedTest
    @EnumSource(value = View.class, names = "TODAY", mode = EnumSource.Mode.EXCLUDE)
    void aPageOfAViewIsOneStatementThatReadsLittleMoreThanThePage(View view) {
        BoardQuery query = BoardQuery.of(view);
        assertThat(statements(() -> queries.page(query, null, PAGE))).isEqualTo(1);
        assertThat(rowsRead(() -> queries.page(query, null, PAGE))).isLessThanOrEqualTo(rows(view));
    }

    /** A view of two piles reads a page of each. */
    private static int rows(View view) {
        return view == View.EXCEPTION ? 2 * ROWS : ROWS;
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void soIsThePageOfTheNewest(View view) {
        BoardQuery query = BoardQuery.of(view).sorted(Sort.NEWEST_FIRST);
        assertThat(statements(() -> queries.page(query, null, PAGE))).isEqualTo(1);
        if (view != View.OVERDUE) {
            assertThat(rowsRead(() -> queries.page(query, null, PAGE))).isLessThanOrEqualTo(rows(view));
        }
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void theTenthPageReadsNoMoreThanTheFirst(Sort sort) {
        BoardQuery query = BoardQuery.of(View.ALL).sorted(sort);
        List<OrderSummary> upToIt = desk.merchant().call(() -> queries.page(query, null, 9 * PAGE));
        assertThat(upToIt).hasSize(9 * PAGE);
        assertThat(statements(() -> queries.page(query, upToIt.getLast(), PAGE)))
                .isEqualTo(1);
        assertThat(rowsRead(() -> queries.page(query, upToIt.getLast(), PAGE))).isLessThanOrEqualTo(ROWS);
    }

    @Test
    void aShopsPageReadsLittleMoreThanThePage() {
        BoardQuery query = BoardQuery.of(View.ALL)
                .sorted(Sort.NEWEST_FIRST)
                .inShop(desk.shop().id());
        assertThat(rowsRead(() -> queries.page(query, null, PAGE))).isLessThanOrEqualTo(ROWS);
    }

    @Test
    void theCountersOfAllViewsReadNoOrdersButTheOverdueOnes() {
        assertThat(statements(queries::counts)).isLessThanOrEqualTo(4);
        assertThat(rowsRead(queries::counts)).isLessThanOrEqualTo(60);
    }

    @Test
    void searchesAreOneLookUpWhateverThereIs() {
        OrderSummary some = desk.merchant()
                .call(() -> queries.page(BoardQuery.of(View.ALL), null, 1))
                .getFirst();
        assertThat(statements(() -> queries.search(some.number()))).isLessThanOrEqualTo(5);
        assertThat(rowsRead(() -> queries.search(some.number()))).isLessThanOrEqualTo(30);
        assertThat(rowsRead(() -> queries.search("13800138000"))).isLessThanOrEqualTo(30);
    }

    private long statements(Supplier<?> read) {
        return status(read, "Questions") - 1;
    }

    private long rowsRead(Supplier<?> read) {
        return status(read, "Handler\\_read%");
    }

    private long status(Supplier<?> read, String variable) {
        return desk.merchant()
                .call(() -> transaction.execute(begun -> {
                    long before = sum(variable);
                    assertThat(read.get()).isNotNull();
                    return sum(variable) - before;
                }));
    }

    private long sum(String variable) {
        return jdbc.sql("show session status like '" + variable + "'").query((row, n) -> row.getLong(2)).list().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
