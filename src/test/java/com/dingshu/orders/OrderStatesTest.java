package com.dingshu.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.orders.OrderStates.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OrderStatesTest {

    private static final Path DOCUMENT = Path.of("src/docs/order-states.md");

    /** {@code -Ddocs.update} writes it anew instead of comparing. */
    @Test
    void theDocumentShowsTheTableAsItIs() throws IOException {
        if (System.getProperty("docs.update") != null) {
            Files.writeString(DOCUMENT, OrderStates.markdown());
        }
        assertThat(DOCUMENT).hasContent(OrderStates.markdown());
    }

    @Test
    void noStepLeadsOutOfAnEndButALatePayment() {
        for (Anchor end : Anchor.values()) {
            if (end.isClosed() || end == Anchor.COMPLETED || end == Anchor.RETURNED_TO_SENDER) {
                for (Step step : Step.values()) {
                    boolean reopens = end == Anchor.EXPIRED && step == Step.PAY_LATE;
                    assertThat(OrderStates.next(end, step).isPresent())
                            .as(end + " " + step)
                            .isEqualTo(reopens);
                }
            }
        }
    }

    @Test
    void aStepFromAnAnchorLeadsToOnePlaceOnly() {
        assertThat(OrderStates.ANCHOR.stream()
                        .filter(row -> row.from() != null)
                        .map(row -> row.from() + " " + row.step()))
                .doesNotHaveDuplicates();
    }
}
