package com.dingshu.customers.ui;

import com.dingshu.customers.CustomerDetails;
import com.vaadin.flow.component.Component;

/** A tab of the customer's pane that another module brings, such as what the person has ordered. Beans of it are collected. */
public interface CustomerPanel {

    /** Key of the tab's title. */
    String titleKey();

    /** Tabs are sorted by it; they stand between overview and history. */
    int position();

    /** Whether the person now acting sees it. */
    default boolean shows(CustomerDetails customer) {
        return true;
    }

    /** Made when the tab is opened, anew each time; it covers everybody the customer stands for. */
    Component create(CustomerDetails customer);
}
