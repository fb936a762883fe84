package com.dingshu.archproof.modules.upper;

public class Above {

    public String name() {
        return "above";
    }
}
