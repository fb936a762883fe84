/**
 * Messages to customers: what an event causes, and secrets such as one-time codes. Each message is a row with its
 * delivery log; the row's text is encrypted and erased as soon as it is not needed. Secrets never travel in an event.
 *
 * <p>Tables: {@code message}. Doors: {@link com.dingshu.notifications.Messages} (send), {@link
 * com.dingshu.notifications.MessageLog} (what became of them). The ways out are {@code sms} and, where no provider is
 * configured and the installation allows it, the outbox that staff read on screen. It decides on no order.
 */
@ApplicationModule(displayName = "Notifications")
@NullMarked
package com.dingshu.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
