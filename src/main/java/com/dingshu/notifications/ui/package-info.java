@NullMarked
package com.dingshu.notifications.ui;

import org.jspecify.annotations.NullMarked;
