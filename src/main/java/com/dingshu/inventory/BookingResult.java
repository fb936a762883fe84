package com.dingshu.inventory;

/** What became of pieces that were to be booked in or out by hand. */
public sealed interface BookingResult {

    /** Booked now, or before under the same operation id. */
    record Booked(StockFigures figures) implements BookingResult {}

    /** Orders have taken the pieces, or they never were there: at most so many can be booked out. Nothing has changed. */
    record TooFew(int removable) implements BookingResult {}
}
