/**
 * Messages to customers and to the merchant's own people: what an event causes, and secrets such as one-time codes. Each
 * message is a row with its delivery log; the row's text is encrypted and erased as soon as it is not needed. Secrets
 * never travel in an event. What staff are told of is gathered, so that many of a kind come as one message.
 *
 * <p>Tables: {@code message}, {@code alert_recipient} (with history), {@code alert_item}, {@code alert_window}. Doors:
 * {@link com.dingshu.notifications.Messages} (send), {@link com.dingshu.notifications.MessageLog} (what became of them),
 * {@link com.dingshu.notifications.StaffAlerts} (who is told of what). The ways out are {@code sms} and, where no
 * provider is configured and the installation allows it, the outbox that staff read on screen. It decides on no order.
 */
@ApplicationModule(displayName = "Notifications")
@NullMarked
package com.dingshu.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
