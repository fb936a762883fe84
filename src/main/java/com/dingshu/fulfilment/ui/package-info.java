/** The warehouse's part of the staff screens. */
@NullMarked
package com.dingshu.fulfilment.ui;

import org.jspecify.annotations.NullMarked;
