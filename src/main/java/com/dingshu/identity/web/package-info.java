@NullMarked
package com.dingshu.identity.web;

import org.jspecify.annotations.NullMarked;
