package com.dingshu.archproof;

import org.springframework.beans.factory.annotation.Autowired;

/** A class that cannot be made without Spring. */
class FieldInjected {
    @Autowired
    Runnable work;
}
