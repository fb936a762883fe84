package com.dingshu.archproof;

/** Needs a licence nobody has. */
class CommercialComponent {
    com.vaadin.flow.component.charts.Sold sold = new com.vaadin.flow.component.charts.Sold();
}
