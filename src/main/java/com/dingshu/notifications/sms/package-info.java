/** Short messages through Aliyun, with the RPC signature of its API. */
@NullMarked
package com.dingshu.notifications.sms;

import org.jspecify.annotations.NullMarked;
