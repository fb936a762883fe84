package com.dingshu.blueprints;

import com.dingshu.blueprints.MerchantFolder.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Writes how to come in: addresses, sign-ins and a signed call to try. The entry script waits for the file and shows it. */
@Component
@Profile("demo")
class Welcome {

    private final DemoSettings demo;
    private final boolean onAllAddresses;

    Welcome(DemoSettings demo, @Value("${server.address:127.0.0.1}") String bound) {
        this.demo = demo;
        this.onAllAddresses = bound.equals("0.0.0.0");
    }

    void write(List<MerchantFolder> merchants) {
        if (demo.welcome().isBlank()) {
            return;
        }
        var file = Path.of(demo.welcome());
        var unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(unfinished, text(merchants));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(List<MerchantFolder> merchants) {
        return """

                订枢已就绪 · Dingshu is ready

                %s
                %s
                试一试 · Try it: 一个签名的 Shopify 订单 · a signed order from Shopify

                %s
                """.formatted(addresses(), signIns(merchants), signedCall(merchants));
    }

    private String addresses() {
        return Stream.concat(Stream.of(demo.address()), lan())
                .map(base -> """
                          员工 · staff        %1$s/
                          仓库手机 · phone    %1$s/h5/
                          查单页 · customer   %1$s/s/qinghe
                        """.formatted(base))
                .collect(Collectors.joining("\n"));
    }

    /** The machine's other addresses, where phones find it; only when it listens there. */
    private Stream<String> lan() {
        if (!onAllAddresses) {
            return Stream.empty();
        }
        var own = URI.create(demo.address());
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address
                            && !address.isLoopbackAddress()
                            && !address.isLinkLocalAddress())
                    .map(address -> own.getScheme() + "://" + address.getHostAddress() + ":" + own.getPort())
                    .toList()
                    .stream();
        } catch (SocketException e) {
            return Stream.empty();
        }
    }

    private static String signIns(List<MerchantFolder> merchants) {
        return merchants.stream().map(Welcome::signIns).collect(Collectors.joining("\n"));
    }

    private static String signIns(MerchantFolder folder) {
        var merchant = folder.merchant();
        return "商家 · merchant  %s (%s)    密码 · password  %s\n"
                        .formatted(merchant.slug(), merchant.name(), merchant.demoPassword())
                + folder.staff().stream()
                        .map(person -> "  %-12s %s  %s\n"
                                .formatted(person.login(), String.join(", ", person.roles()), person.name()))
                        .collect(Collectors.joining());
    }

    /** The first Shopify shop's, with an item that it sells. */
    private String signedCall(List<MerchantFolder> merchants) {
        return merchants.stream()
                .flatMap(folder -> folder.shops().stream()
                        .filter(shop -> shop.channel().equals("shopify"))
                        .map(shop -> signedCall(folder, shop)))
                .reduce("", (first, last) -> last);
    }

    private String signedCall(MerchantFolder folder, Shop shop) {
        var item = folder.listings().stream()
                .filter(listing -> shop.sells(listing) && listing.sku() != null)
                .findFirst()
                .orElseThrow();
        var secret = Map.copyOf(shop.credentials() == null ? Map.of() : shop.credentials())
                .getOrDefault("appSecret", "");
        return """
                id=$(date +%%s); now=$(date -u +%%Y-%%m-%%dT%%H:%%M:%%SZ)
                body='{"id":'$id',"name":"#'$id'","created_at":"'$now'","updated_at":"'$now'","processed_at":"'$now'","currency":"%5$s","financial_status":"paid",\
                "total_price":"%4$s","subtotal_price":"%4$s","total_line_items_price":"%4$s","total_discounts":"0.00","total_tax":"0.00",\
                "customer":{"id":'$id'},"shipping_address":{"name":"Ada Park","phone":"+1 415 555 0132","address1":"500 Howard Street","city":"San Francisco","province":"California","country_code":"US","zip":"94105"},\
                "line_items":[{"id":1,"sku":"%3$s","title":"%6$s","quantity":1,"price":"%4$s"}]}'
                curl -sk -i %1$s/hooks/shopify -H "Content-Type: application/json" -H "X-Shopify-Topic: orders/paid" \\
                  -H "X-Shopify-Shop-Domain: %2$s" -H "X-Shopify-Webhook-Id: $id" -H "X-Shopify-Triggered-At: $now" \\
                  -H "X-Shopify-Hmac-Sha256: $(printf %%s "$body" | openssl dgst -sha256 -hmac '%7$s' -binary | base64)" --data-binary "$body"
                """.formatted(
                        demo.address(),
                        shop.externalId(),
                        item.itemKey(),
                        java.math.BigDecimal.valueOf(item.priceMinor(), 2),
                        shop.currency(),
                        item.title(),
                        secret);
    }
}
