/** The operation log on screen, and how the history of one thing is drawn wherever it stands. */
@NamedInterface("ui")
@NullMarked
package com.dingshu.audit.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
