package com.dingshu.catalog.ui;

import com.dingshu.catalog.SkuDetails;
import com.vaadin.flow.component.Component;

/** A tab of the SKU's pane that another module brings, such as its stock. Beans of it are collected. */
public interface SkuPanel {

    /** Key of the tab's title. */
    String titleKey();

    /** Tabs are sorted by it; they stand between the shops' items and the history. */
    int position();

    /** Whether the person now acting sees it. */
    default boolean shows(SkuDetails sku) {
        return true;
    }

    /** Made when the tab is opened, anew each time. */
    Component create(SkuDetails sku);
}
