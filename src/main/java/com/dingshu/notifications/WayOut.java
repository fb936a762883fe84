package com.dingshu.notifications;

import java.util.Map;

/** A way by which messages leave. It is called outside of transactions and has a time limit. */
public interface WayOut {

    /** The name in the delivery log. */
    String name();

    Outcome send(Outgoing message);

    /**
     * A message ready to go.
     *
     * @param id ours, told to the provider
     * @param phone E.164
     * @param text the whole wording, for ways that send texts
     * @param params the parameters, for ways that keep the wording on their side
     */
    record Outgoing(
            String id, String template, String language, String phone, String text, Map<String, String> params) {}

    /** What became of it. */
    sealed interface Outcome {

        record Sent(String providerId) implements Outcome {}

        record Refused(String reason) implements Outcome {}

        record Later(String reason) implements Outcome {}
    }
}
