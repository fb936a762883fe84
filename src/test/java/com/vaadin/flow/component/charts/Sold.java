package com.vaadin.flow.component.charts;

/** Stands for a commercial component, which is not on the class path, in the proof of the rule that bans it. */
public class Sold {}
