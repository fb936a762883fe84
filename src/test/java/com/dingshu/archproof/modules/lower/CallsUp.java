package com.dingshu.archproof.modules.lower;

import com.dingshu.archproof.modules.upper.Above;

class CallsUp {

    private final Above above = new Above();

    String name() {
        return above.name();
    }
}
