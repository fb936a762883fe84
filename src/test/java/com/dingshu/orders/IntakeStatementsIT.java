package com.dingshu.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.testing.CountedStatements;
import com.dingshu.testing.Desk;
import com.dingshu.testing.IntegrationTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** How many statements a batch of orders needs, on its way in and with those who hear of it. */
@IntegrationTest
@Import(CountedStatements.class)
class IntakeStatementsIT {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Orders orders;

    @Autowired
    private CountedStatements statements;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(beans);
        IntStream.range(0, 12).forEach(n -> desk.stocked("S" + n, 10_000));
        desk.merchant().settle();
        takenIn(3);
        desk.merchant().settle();
    }

    @Test
    void aHundredOrdersComeInByHardlyMoreStatementsThanTen() {
        int ten = statementsOf(10);
        int hundred = statementsOf(100);
        assertThat(hundred).isLessThanOrEqualTo(ten + 12).isLessThanOrEqualTo(50);
    }

    @Test
    void aHundredOrdersAreHeardOfByHardlyMoreStatementsThanTen() {
        takenIn(10);
        int ten = statements.during(desk.merchant()::settle).size();
        takenIn(100);
        List<String> hundred = statements.during(desk.merchant()::settle);
        assertThat(hundred).as(() -> String.join("\n", hundred)).hasSizeLessThanOrEqualTo(3 * ten);
        assertThat(hundred).hasSizeLessThanOrEqualTo(150);
    }

    private int statementsOf(int count) {
        List<ChannelOrderSnapshot> batch = batch(count);
        List<String> heard = statements.during(() -> desk.merchant().run(() -> created(orders.accept(batch))));
        return heard.size();
    }

    private void takenIn(int count) {
        List<ChannelOrderSnapshot> batch = batch(count);
        desk.merchant().run(() -> created(orders.accept(batch)));
    }

    private List<ChannelOrderSnapshot> batch(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> desk.anOrder()
                        .with(1, "S" + n % 12)
                        .with(2, "S" + (n + 5) % 12)
                        .with(1, "S" + (n + 7) % 12)
                        .paid()
                        .snapshot())
                .toList();
    }

    private static void created(List<AcceptResult> results) {
        assertThat(results).hasOnlyElementsOfType(AcceptResult.Created.class);
    }
}
