/** Screens of the channels: raw inbox, shops and their sync, field mappings, file imports. */
@NullMarked
package com.dingshu.channels.ui;

import org.jspecify.annotations.NullMarked;
