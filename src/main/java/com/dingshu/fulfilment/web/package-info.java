/** What the warehouse page on the phone talks to. */
@NullMarked
package com.dingshu.fulfilment.web;

import org.jspecify.annotations.NullMarked;
