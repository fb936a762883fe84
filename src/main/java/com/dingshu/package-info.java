@NullMarked
package com.dingshu;

import org.jspecify.annotations.NullMarked;
