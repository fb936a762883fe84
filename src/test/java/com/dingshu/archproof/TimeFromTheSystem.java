package com.dingshu.archproof;

import java.time.Instant;

/** A clock that no test can move. */
class TimeFromTheSystem {
    Instant at = Instant.now();
}
