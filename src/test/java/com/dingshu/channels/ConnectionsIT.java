package com.dingshu.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.channels.HookShops.HookShop;
import com.dingshu.identity.Roles;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.OpenShop;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ConnectionsIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private Merchants merchants;

    @Autowired
    private Shops shops;

    @Autowired
    private Connections connections;

    @Autowired
    private HookShops hooks;

    @Autowired
    private Roles roles;

    private Merchant merchant;

    @BeforeEach
    void open() {
        merchant = merchants.open();
    }

    private ShopInfo shop(Merchant merchant, String channel) {
        String external = "c" + merchant.id() + "-" + NUMBER.incrementAndGet();
        return merchant.call(
                () -> shops.open(new OpenShop(channel, "测试店", external, "CNY", OpenShop.USUAL_PAYMENT_TIMEOUT)));
    }

    private static ConnectShop wish(ShopInfo shop, String appKey, String secret) {
        return new ConnectShop(shop.id(), "http://127.0.0.1:1/" + shop.channel(), appKey, secret, "token", false);
    }

    private String appKey() {
        return "app-" + merchant.id() + "-" + NUMBER.incrementAndGet();
    }

    private ShopSync standing(ShopInfo shop) {
        return merchant.call(() -> connections.all()).stream()
                .filter(sync -> sync.shop().id().equals(shop.id()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "operations", "integrator"})
    void whoMayConnectShopsCanSaveAnApplicationsKey(String role) {
        Actor person = new Actor(Actor.Kind.USER, null, role, roles.permissionsOf(List.of(role)), null);
        for (String channel : List.of("taobao", "douyin")) {
            ShopInfo shop = shop(merchant, channel);
            String appKey = appKey();
            merchant.call(person, () -> {
                connections.connect(wish(shop, appKey, "s3cret"));
                return true;
            });
            assertThat(standing(shop).appKey()).isEqualTo(appKey);
            assertThat(hooks.find(channel, HookShops.applicationKey(appKey)))
                    .map(HookShop::access)
                    .hasValueSatisfying(access -> assertThat(access.appSecret()).isEqualTo("s3cret"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"taobao", "douyin", "shopify"})
    void aShopIsNotConnectedWithoutASecret(String channel) {
        ShopInfo shop = shop(merchant, channel);
        for (String none : List.of("", " ")) {
            assertRefused(wish(shop, appKey(), none), ConnectRefused.Field.SECRET);
        }
        assertThat(standing(shop).connected()).isFalse();
    }

    @Test
    void aBlankSecretKeepsTheOneThatIsThere() {
        ShopInfo shop = shop(merchant, "douyin");
        String appKey = appKey();
        merchant.run(() -> connections.connect(wish(shop, appKey, "s3cret")));
        merchant.run(() -> connections.connect(wish(shop, appKey, " ")));
        assertThat(hooks.find("douyin", HookShops.applicationKey(appKey))
                        .orElseThrow()
                        .access()
                        .appSecret())
                .isEqualTo("s3cret");
    }

    @Test
    void anApplicationOfAnotherMerchantIsRefusedByItsField() {
        String appKey = appKey();
        Merchant other = merchants.open();
        ShopInfo theirs = shop(other, "douyin");
        other.run(() -> connections.connect(wish(theirs, appKey, "s3cret")));

        ShopInfo ours = shop(merchant, "douyin");
        assertRefused(wish(ours, appKey, "s3cret"), ConnectRefused.Field.APP_KEY);
        assertThat(standing(ours).connected()).isFalse();
        assertThat(hooks.find("douyin", HookShops.applicationKey(appKey))
                        .orElseThrow()
                        .address()
                        .tenantId())
                .isEqualTo(other.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no address", "https://", "mailto:a@b.cn"})
    void anAddressNobodyCanCallIsRefusedByItsField(String address) {
        ShopInfo shop = shop(merchant, "douyin");
        assertRefused(
                new ConnectShop(shop.id(), address, appKey(), "s3cret", "token", false), ConnectRefused.Field.ADDRESS);
    }

    private void assertRefused(ConnectShop wish, ConnectRefused.Field field) {
        assertThatThrownBy(() -> merchant.run(() -> connections.connect(wish)))
                .isInstanceOfSatisfying(ConnectRefused.class, refused -> assertThat(refused.field())
                        .isEqualTo(field));
    }
}
