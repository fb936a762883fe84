package com.dingshu.orders.views;

import com.dingshu.orders.BoardQuery;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a kept view shows: one of the views every merchant has, narrowed and sorted.
 *
 * @param shop only orders of this shop
 * @param warehouse only orders whose goods lie there
 * @param days only orders placed in the last so many days, 0 for all
 */
public record ViewChoice(
        BoardQuery.View view,
        BoardQuery.Sort sort,
        @Nullable UUID shop,
        @Nullable UUID warehouse,
        int days) {

    public ViewChoice {
        if (days < 0 || days > 999) {
            throw new IllegalArgumentException("days " + days);
        }
    }
}
