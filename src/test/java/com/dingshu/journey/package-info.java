/** Stories across all modules, told at the screens. */
@NullMarked
package com.dingshu.journey;

import org.jspecify.annotations.NullMarked;
