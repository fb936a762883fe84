package com.dingshu.simulator.sf;

import com.dingshu.simulator.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.node.ObjectNode;

/** Posts pushed routes, repeating what is not answered 0000. */
final class SfPusher {

    private static final long[] RETRY_MILLIS = {0, 500, 2_000, 10_000, 60_000};

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    void send(String url, ObjectNode body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Http.JSON.writeValueAsBytes(body)))
                .build();
        threads.submit(() -> repeat(request));
    }

    private void repeat(HttpRequest request) {
        try {
            for (long pause : RETRY_MILLIS) {
                Thread.sleep(pause);
                if (accepted(request)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean accepted(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofString()).body().contains("\"0000\"");
        } catch (IOException e) {
            return false;
        }
    }
}
