@NullMarked
package com.dingshu.audit.ui;

import org.jspecify.annotations.NullMarked;
