package com.dingshu.shipping;

/**
 * What the carrier wants printed beside the number; parts it did not give are empty.
 *
 * @param service the product, such as 顺丰标快
 * @param destination the sorting code's first part, printed biggest, such as 021W
 * @param detail the rest of the sorting code
 */
public record WaybillLabel(String service, String destination, String detail) {}
