package com.dingshu.blueprints;

import com.dingshu.blueprints.MerchantFolder.Listing;
import com.dingshu.blueprints.MerchantFolder.Shop;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriUtils;

/** Tells the simulated partners which shops and contracts there are, so that orders come in and parcels move by themselves. */
@Component
@Profile("demo")
class SimulatedPlatforms {

    private static final Logger log = LoggerFactory.getLogger(SimulatedPlatforms.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int FIRST_ORDERS = 8;
    private static final int UNPAID_IN_A_HUNDRED = 15;

    private final DemoSettings demo;
    private final RestClient http;

    SimulatedPlatforms(DemoSettings demo) {
        this.demo = demo;
        var requests = new JdkClientHttpRequestFactory();
        requests.setReadTimeout(PATIENCE);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** Without simulated platforms the demonstration goes on, only quieter. */
    void register(MerchantFolder merchant) {
        if (demo.simulator().isBlank()) {
            return;
        }
        merchant.carriers().forEach(this::register);
        var listings = merchant.listings();
        for (var shop : merchant.shops()) {
            if (shop.credentials() != null) {
                register(shop, shop.credentials(), listings);
            }
        }
    }

    /** A board is not shown empty: every shop sells something at once, one item of it not mapped yet. */
    void sendFirstOrders(MerchantFolder merchant) {
        if (demo.simulator().isBlank()) {
            return;
        }
        for (var shop : merchant.shops()) {
            if (shop.credentials() != null) {
                order(shop, Map.of("count", FIRST_ORDERS));
                merchant.listings().stream()
                        .filter(listing -> shop.sells(listing) && listing.sku() == null)
                        .forEach(listing -> order(shop, Map.of("count", 1, "sku", listing.itemKey(), "paid", true)));
            }
        }
    }

    private void order(Shop shop, Map<String, Object> wish) {
        var id = UriUtils.encodePathSegment(shop.externalId(), StandardCharsets.UTF_8);
        post("/_sim/shops/" + shop.channel() + "/" + id + "/orders", wish);
    }

    private void register(MerchantFolder.Carrier contract) {
        post(
                "/_sim/sf/accounts",
                Map.of(
                        "partnerID",
                        contract.partnerId(),
                        "checkWord",
                        contract.secret(),
                        "push",
                        demo.address() + "/sf/push",
                        "handsOver",
                        true));
    }

    /** The courier fetches what stands at the warehouse's door. */
    void handOver(String waybillNo) {
        if (!demo.simulator().isBlank()) {
            post(
                    "/_sim/sf/waybills/" + UriUtils.encodePathSegment(waybillNo, StandardCharsets.UTF_8) + "/handover",
                    Map.of());
        }
    }

    private void register(Shop shop, Map<String, String> credentials, List<Listing> listings) {
        post("/_sim/shops", settings(shop, credentials, listings));
    }

    private void post(String path, Object body) {
        try {
            http.post()
                    .uri(URI.create(demo.simulator() + path))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body)
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException e) {
            log.warn("The simulated platforms at {} refused {}: {}", demo.simulator(), path, e.getMessage());
        }
    }

    private Map<String, Object> settings(Shop shop, Map<String, String> credentials, List<Listing> listings) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("channel", shop.channel());
        settings.put("shopId", shop.externalId());
        settings.put("shopName", shop.name());
        settings.put("appKey", credentials.getOrDefault("appKey", ""));
        settings.put("appSecret", credentials.getOrDefault("appSecret", ""));
        settings.put("token", credentials.getOrDefault("session", credentials.getOrDefault("accessToken", "")));
        settings.put("hook", shop.channel().equals("taobao") ? "" : demo.address() + "/hooks/" + shop.channel());
        settings.put("currency", shop.currency());
        settings.put("ratePerMinute", shop.ordersPerMinute());
        settings.put("unpaidShare", UNPAID_IN_A_HUNDRED);
        settings.put("products", products(shop, listings));
        return settings;
    }

    private static List<Map<String, Object>> products(Shop shop, List<Listing> listings) {
        return listings.stream()
                .filter(shop::sells)
                .map(listing -> Map.<String, Object>of(
                        "sku", listing.itemKey(),
                        "name", listing.title(),
                        "spec", listing.spec(),
                        "priceMinor", listing.priceMinor()))
                .toList();
    }
}
