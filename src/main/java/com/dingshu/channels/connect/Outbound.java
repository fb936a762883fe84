package com.dingshu.channels.connect;

import com.dingshu.channels.connect.CallResult.Denied;
import com.dingshu.channels.connect.CallResult.Done;
import com.dingshu.channels.connect.CallResult.Limited;
import com.dingshu.channels.connect.CallResult.Unreachable;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.annotation.PreDestroy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The way out to the platforms: one HTTP client with time limits, a rate limit for each shop, a memory for bans, and a few
 * tries for what was not answered. Redirects are not followed, answers are capped, and a name
 * that leads into our own network is refused in the moment it is connected to.
 */
@Component
public class Outbound {

    private static final int LARGEST_ANSWER = 20 * 1024 * 1024;
    private static final long FIRST_PAUSE_MS = 150;
    private static final Duration LONGEST_WAIT_FOR_TOKEN = Duration.ofSeconds(5);

    private static final int MOST_TIMEOUTS = 3;
    private static final int MOST_CONNECTIONS = 200;
    private static final TimeValue CONNECTION_LIVES = TimeValue.ofMinutes(1);

    private final CloseableHttpClient http;
    private final DnsResolver names;
    private final ConnectSettings settings;
    private final Clock clock;
    private final Cache<UUID, Bucket> buckets =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).build();
    private final Map<UUID, Instant> bans = new ConcurrentHashMap<>();

    @Autowired
    Outbound(ConnectSettings settings, Clock clock) {
        this(settings, clock, SystemDefaultDnsResolver.INSTANCE);
    }

    Outbound(ConnectSettings settings, Clock clock, DnsResolver names) {
        this.settings = settings;
        this.clock = clock;
        this.names = settings.privateAddresses() ? names : new PublicAddresses(names);
        this.http = client(settings, this.names);
    }

    /** It connects to the addresses that the resolver gives and to no others: what was checked is what is called. */
    private static CloseableHttpClient client(ConnectSettings settings, DnsResolver names) {
        Timeout timeout = Timeout.of(settings.timeout());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                        .setMaxConnTotal(2 * MOST_CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                                .setSocketTimeout(timeout)
                                .setTimeToLive(CONNECTION_LIVES)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Dingshu")
                .build();
    }

    @PreDestroy
    void close() {
        http.close(CloseMode.GRACEFUL);
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
        HttpRequest built = request.build();
        if (!mayBePublic(built.uri())) {
            return notPublic(built);
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
        return mayBePublic(address) && (settings.privateAddresses() || isPublic(address.getHost()));
    }

    /** As far as can be told without looking the name up; that is done, and judged, where the connection is made. */
    private boolean mayBePublic(URI address) {
        return address.getHost() != null && (settings.privateAddresses() || "https".equals(address.getScheme()));
    }

    private boolean isPublic(String host) {
        try {
            return names.resolve(host).length > 0;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static CallResult<Answer> notPublic(HttpRequest request) {
        return new Denied<>(
                CallResult.Cause.OTHER,
                "address",
                "Not a public https address: " + request.uri().getHost());
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
            return http.execute(message(request), response -> judged(shop, response));
        } catch (PublicAddresses.NotPublic inside) {
            return notPublic(request);
        } catch (IOException e) {
            return new Unreachable<>(e.getClass().getSimpleName());
        }
    }

    private static HttpUriRequestBase message(HttpRequest request) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().map().forEach((name, values) -> values.forEach(value -> message.addHeader(name, value)));
        request.bodyPublisher()
                .map(Outbound::bytes)
                .filter(body -> body.length > 0)
                .ifPresent(body -> message.setEntity(new ByteArrayEntity(body, null)));
        return message;
    }

    private static byte[] bytes(HttpRequest.BodyPublisher publisher) {
        HttpResponse.BodySubscriber<byte[]> body = HttpResponse.BodySubscribers.ofByteArray();
        publisher.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                body.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer part) {
                body.onNext(List.of(part));
            }

            @Override
            public void onError(Throwable failed) {
                body.onError(failed);
            }

            @Override
            public void onComplete() {
                body.onComplete();
            }
        });
        return body.getBody().toCompletableFuture().join();
    }

    private CallResult<Answer> judged(ShopAccess shop, ClassicHttpResponse response) throws IOException {
        if (response.getCode() == 429) {
            return banned(shop, retryAfter(response));
        }
        if (response.getCode() >= 500) {
            return new Unreachable<>("HTTP " + response.getCode());
        }
        byte[] body = body(response);
        if (body.length > LARGEST_ANSWER) {
            return new Unreachable<>("answer larger than " + LARGEST_ANSWER + " bytes");
        }
        return new Done<>(new Answer(response.getCode(), headers(response), body));
    }

    /** Read up to the cap, and no longer than {@value #MOST_TIMEOUTS} time limits however slowly it comes. */
    private byte[] body(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return new byte[0];
        }
        long end = System.nanoTime()
                + settings.timeout().multipliedBy(MOST_TIMEOUTS).toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] part = new byte[16_384];
        InputStream in = response.getEntity().getContent();
        for (int read = in.read(part); read >= 0; read = in.read(part)) {
            body.write(part, 0, read);
            if (body.size() > LARGEST_ANSWER) {
                return cutOff(response, body);
            }
            if (System.nanoTime() > end) {
                response.close();
                throw new InterruptedIOException("The answer comes too slowly");
            }
        }
        return body.toByteArray();
    }

    /** What is left of the answer is not read: the connection is given up. */
    private static byte[] cutOff(ClassicHttpResponse response, ByteArrayOutputStream body) throws IOException {
        response.close();
        return body.toByteArray();
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse response) {
        return Arrays.stream(response.getHeaders())
                .collect(Collectors.groupingBy(
                        Header::getName, Collectors.mapping(Header::getValue, Collectors.toList())));
    }

    private static Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        String said = header == null ? "2" : header.getValue();
        return said.matches("\\d{1,5}(\\.\\d+)?")
                ? Duration.ofMillis((long) (Double.parseDouble(said) * 1_000))
                : Duration.ofSeconds(2);
    }
}
