package com.dingshu.simulator;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults in force. */
public final class Faults {

    private final List<Fault> active = new CopyOnWriteArrayList<>();
    private final Random random;

    Faults(long seed) {
        random = new Random(seed);
    }

    void add(Fault fault) {
        active.add(fault);
    }

    void clear() {
        active.clear();
    }

    int count() {
        return active.size();
    }

    /** The value of a fault of this kind if one strikes now. */
    public Optional<Integer> strikes(String channel, String shopId, String target, String kind) {
        for (Fault fault : active) {
            if (fault.kind.equals(kind) && fault.concerns(channel, shopId, target) && fault.strikes(dice())) {
                if (fault.spent()) {
                    active.remove(fault);
                }
                return Optional.of(fault.value);
            }
        }
        return Optional.empty();
    }

    private synchronized double dice() {
        return random.nextDouble();
    }
}
