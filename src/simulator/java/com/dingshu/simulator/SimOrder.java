package com.dingshu.simulator;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * An order the simulator issued. Its state moves on; every move sets {@link #modified}. Guarded by its shop's lock.
 *
 * <p>{@code patch} is merged over the rendered payload, so that a test can make any field wrong.
 */
public final class SimOrder {

    /** The states every platform's own words are rendered from. */
    public enum State {
        UNPAID,
        PAID,
        SHIPPED,
        COMPLETED,
        CANCELLED
    }

    public final String id;
    public final List<SimLine> lines;
    public final long freightMinor;
    public final Instant created;
    public final String buyerNote;
    public Buyer buyer;
    public State state = State.UNPAID;
    public Instant paid;
    public Instant modified;
    public ObjectNode patch;

    SimOrder(String id, List<SimLine> lines, long freightMinor, Instant created, String buyerNote, Buyer buyer) {
        this.id = id;
        this.lines = List.copyOf(lines);
        this.freightMinor = freightMinor;
        this.created = created;
        this.modified = created;
        this.buyerNote = buyerNote;
        this.buyer = buyer;
    }

    public long goodsMinor() {
        return lines.stream().mapToLong(SimLine::totalMinor).sum();
    }

    public long discountMinor() {
        return lines.stream().mapToLong(SimLine::discountMinor).sum();
    }

    public long payMinor() {
        return goodsMinor() - discountMinor() + freightMinor;
    }

    void become(State next, Instant at) {
        if (next == State.PAID) {
            paid = at;
        }
        state = next;
        modified = at;
    }
}
