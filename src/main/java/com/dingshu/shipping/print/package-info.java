/**
 * Paper: the 76 × 130 mm shipping label and the A4 pick list as PDF. Pure functions from a sheet's values to bytes; they
 * know no tenant and touch no table.
 */
@NamedInterface("print")
@NullMarked
package com.dingshu.shipping.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
