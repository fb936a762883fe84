/** The hooks' own security chain, and the answer to addresses that are no hook. */
@NullMarked
package com.dingshu.channels.web;

import org.jspecify.annotations.NullMarked;
