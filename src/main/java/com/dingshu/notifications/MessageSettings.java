package com.dingshu.notifications;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param screenOutbox messages are shown to staff instead of being sent; for demonstrations only, since it shows codes
 */
@ConfigurationProperties("dingshu.messages")
record MessageSettings(boolean screenOutbox) {}
