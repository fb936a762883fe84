package com.dingshu.orders.ui;

import com.dingshu.orders.BoardCounts;
import com.dingshu.orders.HeldFigures;
import com.dingshu.orders.HoldReason;
import com.dingshu.orders.OrderFigures;
import com.dingshu.orders.OrderQueries;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Concerns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Orders that wait for a person: late ones, held ones by what holds them, and those to review. */
@Component
class OrderConcerns implements Concerns {

    private static final int COUNTED = BoardCounts.CAP - 1;

    private final OrderQueries queries;
    private final OrderFigures figures;
    private final OrderWords words;
    private final Clock clock;

    OrderConcerns(OrderQueries queries, OrderFigures figures, OrderWords words, Clock clock) {
        this.queries = queries;
        this.figures = figures;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public List<Concern> now() {
        if (!Acting.current().actor().may(Permission.ORDERS_VIEW)) {
            return List.of();
        }
        BoardCounts counts = queries.counts();
        List<Concern> concerns = new ArrayList<>();
        concerns.add(concern(3, "orders.concern.overdue", counts.overdue(), "orders?view=overdue"));
        figures.held().forEach(held -> concerns.add(held(held)));
        concerns.add(concern(2, "orders.concern.refund-due", counts.refundDue(), "orders?view=refund-due"));
        concerns.add(concern(1, "orders.concern.review", counts.review(), "orders?view=review"));
        concerns.removeIf(concern -> concern.count() == 0);
        return concerns;
    }

    private Concern concern(int level, String key, long count, String path) {
        return new Concern(level, words.say(key), words.say(key + ".why"), count, COUNTED, path);
    }

    private Concern held(HeldFigures held) {
        if (held.paidShort()) {
            String why = words.say("orders.concern.paid-short.why", held.since() == null ? "–" : since(held.since()));
            return new Concern(
                    2, words.say("orders.concern.paid-short"), why, held.orders(), COUNTED, "orders?view=paid-short");
        }
        String title = held.reason() == null
                ? words.say("orders.concern.rejected")
                : words.say("orders.hold." + held.reason());
        String since = held.since() == null
                ? words.say("orders.concern.rejected.why")
                : words.say("orders.concern.longest", since(held.since()));
        int level = held.reason() == HoldReason.AWAITING_PAYMENT ? 1 : 2;
        return new Concern(level, title, since, held.orders(), COUNTED, "orders?view=exception");
    }

    private String since(Instant first) {
        return words.formats().duration(Duration.between(first, clock.instant()));
    }
}
