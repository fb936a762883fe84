package com.dingshu.customers.ui;

import com.dingshu.customers.CustomerQueries;
import com.dingshu.customers.CustomerQuery;
import com.dingshu.customers.CustomerSummary;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Search;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds customers by a whole telephone number, its last four digits, a whole name or a channel's buyer id. */
@Component
@Order(CustomerSearch.AFTER_GOODS)
class CustomerSearch implements Search {

    static final int AFTER_GOODS = 2_000;

    private final CustomerQueries queries;
    private final CustomerWords words;

    CustomerSearch(CustomerQueries queries, CustomerWords words) {
        this.queries = queries;
        this.words = words;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        return !text.isBlank() && Acting.current().actor().may(Permission.CUSTOMERS_VIEW)
                ? queries.page(new CustomerQuery(text, null, limit)).stream()
                        .map(this::hit)
                        .toList()
                : List.of();
    }

    private Hit hit(CustomerSummary customer) {
        return new Hit(
                Icon.USER_ROUND,
                words.person(customer),
                (words.region(customer) + " · " + words.channel(customer.channel())),
                "customers/" + customer.id());
    }
}
