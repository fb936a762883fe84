/** The stock list and the ledger of one SKU. */
@NullMarked
package com.dingshu.inventory.ui;

import org.jspecify.annotations.NullMarked;
