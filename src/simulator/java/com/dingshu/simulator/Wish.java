package com.dingshu.simulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * What the administration asks of the orders to be issued; anything left out is chosen at random.
 *
 * @param count how many orders
 * @param paid true: paid at once; false: unpaid; null: as the shop's share says
 * @param lines number of lines, 0 = any
 * @param sku code of the first line's product, may be unknown to the shop's list
 * @param quantity pieces a line, 0 = any
 * @param phone receiver's phone, in any spelling
 * @param name receiver's name
 * @param patch merged over the rendered payload; null values remove the field
 * @param silent true: no push message
 */
public record Wish(
        int count,
        Boolean paid,
        int lines,
        String sku,
        int quantity,
        String phone,
        String name,
        ObjectNode patch,
        boolean silent) {

    static Wish any() {
        return new Wish(1, null, 0, null, 0, null, null, null, false);
    }
}
