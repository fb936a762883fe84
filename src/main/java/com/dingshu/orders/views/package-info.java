/** Views of the board that people keep for themselves or for their team. */
@org.jspecify.annotations.NullMarked
package com.dingshu.orders.views;
