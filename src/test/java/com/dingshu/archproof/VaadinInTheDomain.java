package com.dingshu.archproof;

import com.vaadin.flow.component.html.Span;

/** A rule that draws. */
class VaadinInTheDomain {
    Span drawn = new Span();
}
