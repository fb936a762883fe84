package com.dingshu.orders;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the order is about in words: its goods at a glance, and what buyer, seller and channel have written on it. */
@Embeddable
class OrderContent {

    private String itemText;
    private int units;
    private String buyerNote;
    private String sellerNote;
    private String tags;
    private String ext;
    private @Nullable Instant shipBy;

    @SuppressWarnings("NullAway.Init")
    protected OrderContent() {}

    OrderContent(ChannelOrderSnapshot snapshot) {
        this.itemText = ItemText.of(snapshot.lines());
        this.units = snapshot.lines().stream().mapToInt(SnapshotLine::quantity).sum();
        this.buyerNote = snapshot.buyerNote();
        this.sellerNote = snapshot.sellerNote();
        this.tags = Packed.join(snapshot.tags());
        this.ext = Packed.json(snapshot.ext());
        this.shipBy = snapshot.shipBy();
    }

    /** Notes, tags and the promised day follow the channel's; false when they are the same. */
    boolean annotate(ChannelOrderSnapshot snapshot) {
        String newTags = Packed.join(snapshot.tags());
        boolean same = buyerNote.equals(snapshot.buyerNote())
                && sellerNote.equals(snapshot.sellerNote())
                && tags.equals(newTags)
                && Objects.equals(shipBy, snapshot.shipBy());
        this.buyerNote = snapshot.buyerNote();
        this.sellerNote = snapshot.sellerNote();
        this.tags = newTags;
        this.shipBy = snapshot.shipBy();
        return !same;
    }

    String buyerNote() {
        return buyerNote;
    }

    int units() {
        return units;
    }
}
