@NullMarked
package com.dingshu.settings.ui;

import org.jspecify.annotations.NullMarked;
