package com.dingshu.archproof;

/** A value that all requests share. */
class StaticState {
    static int counter;
}
