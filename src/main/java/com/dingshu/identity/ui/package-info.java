@NullMarked
package com.dingshu.identity.ui;

import org.jspecify.annotations.NullMarked;
