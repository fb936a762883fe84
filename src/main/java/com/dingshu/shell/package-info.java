@NullMarked
package com.dingshu.shell;

import org.jspecify.annotations.NullMarked;
