package com.dingshu.simulator;

import com.dingshu.simulator.Http.Request;
import com.dingshu.simulator.Http.Response;
import com.sun.net.httpserver.HttpServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A platform with shops: one path below which every call is answered, and the faults that any of its calls may meet. */
public abstract class ShopPlatform implements Partner {

    private final String name;
    private final String root;
    private World world;

    protected ShopPlatform(String name, String root) {
        this.name = name;
        this.root = root;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void serve(HttpServer server, World theWorld) {
        world = theWorld;
        Http.serve(server, root, this::answer);
    }

    protected abstract Response answer(Request request);

    /** What the platform says to a shop that is banned. */
    protected abstract Response banned(long secondsLeft);

    protected final World world() {
        return world;
    }

    /** The path of the call below the platform's own. */
    protected final String below(Request request) {
        return request.path().substring(root.length() + 1);
    }

    /** The value of a fault of this kind if one strikes a call of the shop now. */
    protected final Optional<Integer> strikes(Shop shop, String kind) {
        return strikes(shop, "api", kind);
    }

    /** Whether the message to the shop's hook is to carry a wrong signature. */
    protected final boolean spoilsSignature(Shop shop) {
        return strikes(shop, "push", "badsign").isPresent();
    }

    private Optional<Integer> strikes(Shop shop, String target, String kind) {
        return world.faults().strikes(name, shop.settings().shopId(), target, kind);
    }

    /** What a call of the shop meets instead of its answer; empty where nothing is wrong. */
    protected final Optional<Response> faulty(Shop shop) {
        strikes(shop, "latency").ifPresent(ShopPlatform::sleep);
        if (strikes(shop, "drop").isPresent()) {
            return Optional.of(Response.dropped());
        }
        Optional<Response> status = strikes(shop, "status").map(code -> Response.text(code, "text/plain", "simulated"));
        if (status.isPresent()) {
            return status;
        }
        Instant now = world.clock().now();
        strikes(shop, "ban").ifPresent(seconds -> shop.ban(now.plusSeconds(seconds)));
        return shop.banUntil().isAfter(now)
                ? Optional.of(banned(Duration.between(now, shop.banUntil()).toSeconds() + 1))
                : Optional.empty();
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
