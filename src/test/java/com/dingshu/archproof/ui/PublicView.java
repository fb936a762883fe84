package com.dingshu.archproof.ui;

/** A screen that other modules could build upon. */
public class PublicView {}
