package com.dingshu.channels;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SaveSku;
import com.dingshu.channels.mapping.BuiltInMappings;
import com.dingshu.channels.mapping.Mapping;
import com.dingshu.channels.mapping.MappingResult;
import com.dingshu.channels.mapping.OrderDraft;
import com.dingshu.channels.mapping.Variant;
import com.dingshu.orders.AcceptResult;
import com.dingshu.orders.ChannelOrderSnapshot;
import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.Orders;
import com.dingshu.orders.PaymentStatus;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.OpenShop;
import com.dingshu.tenancy.Shops;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever the mappings make of the variants, orders take it, and their figures add up. */
@IntegrationTest
class VariantsIT {

    @Autowired
    private Merchants merchants;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Shops shops;

    @Autowired
    private Orders orders;

    @Autowired
    private OrderQueries queries;

    @ParameterizedTest
    @ValueSource(strings = {"taobao", "douyin", "shopify"})
    void everyMappedVariantBecomesAnOrderWhoseFiguresAddUp(String channel) {
        Merchant merchant = merchants.open();
        UUID shop = merchant.call(() -> shops.open(
                        new OpenShop(channel, "测试店", "variants" + merchant.id(), "CNY", OpenShop.USUAL_PAYMENT_TIMEOUT))
                .id());
        UUID sku = merchant.call(() -> {
            catalog.save(SaveSku.of("ANY", "任意", 5900, "CNY"));
            return catalog.byCode("ANY").orElseThrow().id();
        });
        List<ChannelOrderSnapshot> snapshots = snapshots(channel, shop, sku);

        List<AcceptResult> results = merchant.call(() -> orders.accept(snapshots));

        assertThat(results).hasSameSizeAs(snapshots).allSatisfy(result -> assertThat(result)
                .isInstanceOf(AcceptResult.Created.class));
        for (int i = 0; i < results.size(); i++) {
            String number = ((AcceptResult.Created) results.get(i)).orderNumber();
            addsUp(
                    snapshots.get(i),
                    merchant.call(() -> queries.details(number)).orElseThrow());
        }
    }

    private static List<ChannelOrderSnapshot> snapshots(String channel, UUID shop, UUID sku) {
        Mapping mapping = Mapping.parse(BuiltInMappings.document(channel));
        List<ChannelOrderSnapshot> snapshots = new ArrayList<>();
        for (Variant variant : Variant.of(channel)) {
            if (mapping.map(variant.payload(), variant.context()) instanceof MappingResult.Mapped(OrderDraft draft)) {
                Map<String, UUID> skus = draft.itemKeys().stream().collect(Collectors.toMap(key -> key, key -> sku));
                snapshots.add(numbered(draft.snapshot(shop, channel, Ids.next(), skus), variant.name()));
            }
        }
        return snapshots;
    }

    private static ChannelOrderSnapshot numbered(ChannelOrderSnapshot s, String number) {
        return new ChannelOrderSnapshot(
                s.shopId(),
                s.channel(),
                number,
                s.status(),
                s.sourceModifiedAt(),
                s.orderedAt(),
                s.paidAt(),
                s.currency(),
                s.lines(),
                s.amounts(),
                s.payment(),
                s.buyer(),
                s.receiver(),
                s.buyerNote(),
                s.sellerNote(),
                s.tags(),
                s.ext(),
                s.rawPayloadId(),
                s.mappingVersion(),
                s.shipBy());
    }

    private static void addsUp(ChannelOrderSnapshot told, OrderDetails order) {
        OrderDetails.Money money = order.money();
        assertThat(money.due())
                .as(told.channelOrderNo())
                .isEqualTo(told.amounts().amountDueMinor());
        assertThat(order.lines().stream()
                        .mapToLong(line -> line.payable() + line.freight() + line.tax())
                        .sum())
                .as("lines of %s", told.channelOrderNo())
                .isEqualTo(money.due());
        boolean proved = told.payment() != null && told.payment().verified();
        if (told.status().name().equals("PAID")) {
            assertThat(order.summary().payment() == PaymentStatus.PAID)
                    .as("payment of %s", told.channelOrderNo())
                    .isEqualTo(proved);
        }
    }
}
