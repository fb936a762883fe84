package com.dingshu.orders.ui;

import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.OrderSummary;
import com.dingshu.orders.SearchHit;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Search;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Finds orders by whatever somebody holds in hand: our number or the channel's, phone, last four digits, name, waybill, SKU
 * code.
 */
@Component
@Order(OrderSearch.FIRST)
class OrderSearch implements Search {

    static final int FIRST = 0;

    private final OrderQueries queries;
    private final OrderWords words;

    OrderSearch(OrderQueries queries, OrderWords words) {
        this.queries = queries;
        this.words = words;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        return OrderActions.may(Permission.ORDERS_VIEW)
                ? queries.search(text).stream().limit(limit).map(this::hit).toList()
                : List.of();
    }

    private Hit hit(SearchHit found) {
        OrderSummary order = found.order();
        String what = words.anchor(order) + " · " + order.itemText();
        return new Hit(
                Icon.LIST_CHECKS,
                order.number(),
                isAPerson(found.by())
                        ? order.receiver().name() + " " + order.receiver().phone() + " · " + what
                        : what,
                "orders/" + order.number());
    }

    private static boolean isAPerson(SearchHit.By by) {
        return switch (by) {
            case PHONE, LAST_FOUR, NAME -> true;
            case NUMBER, CHANNEL_NUMBER, SKU, ELSEWHERE -> false;
        };
    }
}
