package com.dingshu.orders.ui;

import com.dingshu.orders.OrderDetails;
import com.vaadin.flow.component.Component;

/**
 * A tab of the order's pane that another module brings: parcels, payments, payload. Beans of it are collected; the order
 * itself knows none of them.
 */
public interface OrderPanel {

    /** Key of the tab's title. */
    String titleKey();

    /** Tabs are sorted by it; 100 lies between overview and timeline. */
    int position();

    /** Whether the person now acting sees it for this order. */
    default boolean shows(OrderDetails order) {
        return true;
    }

    /** Made when the tab is opened, anew each time. */
    Component create(OrderDetails order);
}
