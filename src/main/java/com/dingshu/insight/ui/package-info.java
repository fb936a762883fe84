@NullMarked
package com.dingshu.insight.ui;

import org.jspecify.annotations.NullMarked;
