/** Taobao and Tmall: the signed gateway, pulled by change time; it has no web push. */
@NullMarked
package com.dingshu.channels.taobao;

import org.jspecify.annotations.NullMarked;
