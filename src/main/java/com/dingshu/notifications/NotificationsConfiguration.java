package com.dingshu.notifications;

import com.dingshu.notifications.WayOut.Outcome;
import com.dingshu.shared.Sentence;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the way out: the configured provider, else the screen where that is allowed, else none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessageSettings.class)
class NotificationsConfiguration {

    @Bean
    ChosenWay chosenWay(ObjectProvider<WayOut> providers, MessageSettings settings) {
        WayOut provider = providers.getIfAvailable();
        if (provider != null) {
            return new ChosenWay(provider, false);
        }
        return settings.screenOutbox() ? new ChosenWay(new ScreenOutbox(), true) : new ChosenWay(new NoWay(), false);
    }

    /** @param readable staff may read even secret texts, until these expire */
    record ChosenWay(WayOut way, boolean readable) {}

    /** No provider is configured: messages wait. */
    private static final class NoWay implements WayOut {

        @Override
        public String name() {
            return "NONE";
        }

        @Override
        public Outcome send(Outgoing message) {
            return new Outcome.Later(Sentence.of("notifications.problem.no-provider"));
        }
    }
}
