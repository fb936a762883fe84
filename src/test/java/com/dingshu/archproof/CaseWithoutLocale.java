package com.dingshu.archproof;

/** Turns I into ı where the machine is Turkish. */
class CaseWithoutLocale {
    String lower(String text) {
        return text.toLowerCase();
    }
}
