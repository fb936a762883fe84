/**
 * Measures Dingshu against its bars and against the least work the same database can do for the same result. Run by
 * {@code ./dingshu bench}; nothing here is a test, and no test looks at a clock.
 */
@NullMarked
package com.dingshu.bench;

import org.jspecify.annotations.NullMarked;
