/** The versioned mapping from a platform's payload to the standard order model: pure, no database, no clock. */
@NullMarked
package com.dingshu.channels.mapping;

import org.jspecify.annotations.NullMarked;
