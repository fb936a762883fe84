package com.dingshu.channels.connect;

import com.dingshu.channels.connect.CallResult.Denied;
import com.dingshu.channels.connect.CallResult.Done;
import com.dingshu.channels.connect.CallResult.Limited;
import com.dingshu.channels.connect.CallResult.Unreachable;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The way out to the platforms: one HTTP client with time limits, a rate limit for each shop, a memory for bans, and a few
 * tries for what was not answered. Redirects are not followed and answers are capped.
 */
@Component
public class Outbound {

    private static final int LARGEST_ANSWER = 20 * 1024 * 1024;
    private static final long FIRST_PAUSE_MS = 150;
    private static final Duration LONGEST_WAIT_FOR_TOKEN = Duration.ofSeconds(5);

    private final HttpClient http;
    private final ConnectSettings settings;
    private final Clock clock;
    private final Cache<UUID, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).build();
    private final Map<UUID, Instant> bans = new ConcurrentHashMap<>();

    Outbound(ConnectSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** An answer with a status that is neither a server's error nor a limit. */
    public record Answer(int status, Map<String, List<String>> headers, byte[] body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(e -> e.getKey().equalsIgnoreCase(name))
                    .map(e -> e.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    /** Calls once the shop's limit allows it. 429 and 5xx never come back as answers. */
    public CallResult<Answer> call(ShopAccess shop, HttpRequest.Builder request) {
        Duration banned = Duration.between(clock.instant(), bans.getOrDefault(shop.shopId(), Instant.MIN));
        if (banned.isPositive()) {
            return new Limited<>(banned);
        }
        HttpRequest built = request.timeout(settings.timeout()).build();
        if (!allowed(built.uri())) {
            return new Denied<>(
                    CallResult.Cause.OTHER,
                    "address",
                    "Not a public https address: " + built.uri().getHost());
        }
        return take(shop) ? tried(shop, built) : new Limited<>(Duration.ofSeconds(1));
    }

    /** Remembers that the platform wants no calls for this shop for a while. */
    public <T> CallResult<T> banned(ShopAccess shop, Duration wait) {
        bans.put(shop.shopId(), clock.instant().plus(wait));
        return new Limited<>(wait);
    }

    /** Whether an address may be called at all: TLS, and nothing inside our own network. */
    public boolean allowed(URI address) {
        if (address.getHost() == null) {
            return false;
        }
        if (settings.privateAddresses()) {
            return true;
        }
        return "https".equals(address.getScheme()) && isPublic(address.getHost());
    }

    private static boolean isPublic(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (address.isAnyLocalAddress()
                        || address.isLoopbackAddress()
                        || address.isLinkLocalAddress()
                        || address.isSiteLocalAddress()
                        || address.isMulticastAddress()
                        || isUniqueLocal(address)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isUniqueLocal(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc
                || bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    }

    private boolean take(ShopAccess shop) {
        Bucket bucket = buckets.get(shop.shopId(), id -> Bucket.builder()
                .addLimit(limit -> limit.capacity(settings.callsPerSecond())
                        .refillGreedy(settings.callsPerSecond(), Duration.ofSeconds(1)))
                .build());
        try {
            return bucket.asBlocking().tryConsume(1, LONGEST_WAIT_FOR_TOKEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CallResult<Answer> tried(ShopAccess shop, HttpRequest request) {
        CallResult<Answer> result = new Unreachable<>("not called");
        for (int tried = 1; tried <= settings.tries(); tried++) {
            result = once(shop, request);
            if (!(result instanceof Unreachable) || tried == settings.tries() || !paused(tried)) {
                return result;
            }
        }
        return result;
    }

    private static boolean paused(int tried) {
        try {
            Thread.sleep(FIRST_PAUSE_MS << tried);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private CallResult<Answer> once(ShopAccess shop, HttpRequest request) {
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                return judged(shop, response, in.readNBytes(LARGEST_ANSWER + 1));
            }
        } catch (IOException e) {
            return new Unreachable<>(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unreachable<>("interrupted");
        }
    }

    private CallResult<Answer> judged(ShopAccess shop, HttpResponse<?> response, byte[] body) {
        if (response.statusCode() == 429) {
            return banned(shop, retryAfter(response));
        }
        if (response.statusCode() >= 500) {
            return new Unreachable<>("HTTP " + response.statusCode());
        }
        if (body.length > LARGEST_ANSWER) {
            return new Unreachable<>("answer larger than " + LARGEST_ANSWER + " bytes");
        }
        return new Done<>(new Answer(response.statusCode(), response.headers().map(), body));
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        String said = response.headers().firstValue("Retry-After").orElse("2");
        return said.matches("\\d{1,5}(\\.\\d+)?")
                ? Duration.ofMillis((long) (Double.parseDouble(said) * 1_000))
                : Duration.ofSeconds(2);
    }
}
