package com.dingshu.simulator;

import com.sun.net.httpserver.HttpServer;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Optional;

/** One partner platform: the paths it serves and, where it has push, the signed messages it sends. */
public interface Partner {

    /** The name used in the administration, e.g. {@code taobao}; also the first part of its path. */
    String name();

    /** Registers the partner's paths. */
    void serve(HttpServer server, World world);

    /** The signed request that tells a shop's hook about these changes; empty where the platform has no push. */
    default Optional<HttpRequest.Builder> push(Shop shop, List<Change> changes, SimClock clock) {
        return Optional.empty();
    }

    /** How many changes the platform puts into one message. */
    default int pushBatch() {
        return 1;
    }

    /** A fresh order number in the platform's form, unique in this run. */
    String orderId(long sequence);

    /** The order as the platform would show it in its detail answer, with the order's patch applied. */
    default Object render(Shop shop, SimOrder order) {
        return order;
    }
}
