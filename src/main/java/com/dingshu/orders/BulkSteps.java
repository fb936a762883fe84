package com.dingshu.orders;

import com.dingshu.jobs.ItemOutcome;
import com.dingshu.jobs.JobHandler;
import com.dingshu.jobs.JobItem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Takes the step of a bulk job with one of its orders. */
@Component
class BulkSteps implements JobHandler {

    static final String KIND = "orders.bulk";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Orders orders;
    private final OrderQueries queries;

    BulkSteps(Orders orders, OrderQueries queries) {
        this.orders = orders;
        this.queries = queries;
    }

    /** What all orders of a job share. */
    record Args(BulkVerb verb, @Nullable String reason) {

        String json() {
            return JSON.writeValueAsString(this);
        }

        String because() {
            return reason == null ? "" : reason;
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ItemOutcome handle(JobItem item, String argsJson) {
        Args args = JSON.readValue(argsJson, Args.class);
        UUID order = UUID.fromString(item.key());
        return switch (args.verb()) {
            case APPROVE -> outcome(orders.approve(order, args.reason()));
            case REJECT -> outcome(orders.reject(order, args.because()));
            case RELEASE -> outcome(orders.release(order));
            case CONFIRM_PAYMENT -> outcome(orders.confirmPayment(order, args.because()));
            case HOLD -> outcome(orders.hold(order, HoldReason.MANUAL, args.because()));
            case RELEASE_HOLD -> releaseHolds(order, item.label(), args.reason());
        };
    }

    /** Lifts the holds a person may lift; those that cannot be lifted give the reason. */
    private ItemOutcome releaseHolds(UUID order, String number, @Nullable String reason) {
        List<OrderDetails.Hold> active = queries.detailsById(order).orElseThrow(UnknownOrder::new).holds().stream()
                .filter(hold -> hold.state() == HoldState.ACTIVE)
                .toList();
        if (active.isEmpty()) {
            return new ItemOutcome.Skipped("orders.bulk.no-hold", List.of(number));
        }
        List<OrderResult> results = new ArrayList<>();
        active.forEach(hold -> results.add(orders.releaseHold(order, hold.id(), reason)));
        return results.stream()
                .filter(result -> !result.succeeded())
                .findFirst()
                .map(BulkSteps::outcome)
                .orElseGet(ItemOutcome.Done::new);
    }

    private static ItemOutcome outcome(OrderResult result) {
        return switch (result) {
            case OrderResult.Done done -> new ItemOutcome.Done();
            case OrderResult.Already already ->
                new ItemOutcome.Skipped("orders.bulk.already", List.of(already.orderNumber()));
            case OrderResult.Refused refused ->
                new ItemOutcome.Failed("orders.refused." + refused.reason(), List.of(refused.orderNumber()));
        };
    }
}
