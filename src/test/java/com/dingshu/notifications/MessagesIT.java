package com.dingshu.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.shared.Sentence;
import com.dingshu.tenancy.AccessDenied;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Retrying;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.TestClock;
import com.dingshu.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class MessagesIT {

    @Autowired
    private Merchants merchants;

    @Autowired
    private Messages messages;

    @Autowired
    private MessageLog log;

    @Autowired
    private Retrying retrying;

    @Autowired
    private TestClock clock;

    private Merchant merchant;

    @BeforeEach
    void openMerchant() {
        merchant = merchants.open();
    }

    @AfterEach
    void calm() {
        clock.reset();
    }

    @Test
    void aShippedMessageNamesOrderCarrierAndLink() {
        send("13800138000", "shipped|1");
        merchant.settle();
        assertThat(newest()).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("【青禾优品】你的订单 261121-0001 已发货，顺丰 SF1630725514417。看物流：https://x/s/t/1");
            assertThat(message.to()).isEqualTo("138****8000");
            assertThat(message.state()).isEqualTo(MessageState.SENT);
            assertThat(message.way()).isEqualTo("SCREEN");
        });
    }

    @Test
    void aNumberAbroadIsWrittenToInEnglish() {
        send("+60 11-1234 5678", "shipped|1");
        merchant.settle();
        assertThat(newest().getFirst().text()).startsWith("青禾优品: your order 261121-0001 is on its way");
    }

    @Test
    void isSentOnceHoweverOftenItIsAskedFor() {
        assertThat(send("13800138000", "shipped|1")).isTrue();
        assertThat(send("13800138000", "shipped|1")).isFalse();
        merchant.settle();
        merchant.settle();
        assertThat(newest()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"18877771111-123", "138****8000", ""})
    void aNumberThatTakesNoMessagesIsNotedAsSuch(String phone) {
        send(phone, "shipped|1");
        merchant.settle();
        assertThat(newest().getFirst().state()).isEqualTo(MessageState.FAILED);
        assertThat(newest().getFirst().problem()).isEqualTo(Sentence.of("notifications.problem.unreachable"));
    }

    @Test
    void aSecretIsReadableOnScreenUntilItIsWorthless() throws Exception {
        secret("13800138000", true);
        assertThat(newest().getFirst().text()).as("not before it is sent").isNull();
        merchant.settle();
        assertThat(newest().getFirst().text()).contains("402917");
        clock.advance(Duration.ofMinutes(11));
        assertThat(newest().getFirst().text()).as("hidden at once").isNull();
        merchant.settle();
        assertThat(stored()).as("and erased").containsOnly("null");
    }

    @Test
    void aSecretForNobodyIsWrittenAlikeAndNeverSent() throws Exception {
        secret("13800138000", false);
        merchant.settle();
        assertThat(newest().getFirst().state()).isEqualTo(MessageState.WITHHELD);
        assertThat(stored()).containsOnly("null");
    }

    @Test
    void nothingIsStoredInTheClear() throws Exception {
        send("13800138000", "shipped|1");
        secret("13900139000", true);
        assertThat(stored())
                .noneMatch(row -> row.contains("13800138000") || row.contains("402917") || row.contains("/s/t/"));
    }

    @Test
    void refusesAMessageWithoutItsWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> merchant.run(() -> retrying.inTransaction(() -> {
                    messages.send(new SendMessage("shipped", "13800138000", Map.of(), "order", "1", "k"));
                })))
                .withMessageContaining("merchant");
    }

    @Test
    void theLogNeedsThePermissionAndShowsTheOwnMerchantOnly() {
        send("13800138000", "shipped|1");
        assertThat(merchants.open().call(() -> log.newest(null, 10))).isEmpty();
        assertThatThrownBy(() -> merchant.call(Actor.job("nosy"), () -> log.newest(null, 10)))
                .isInstanceOf(AccessDenied.class);
    }

    private boolean send(String phone, String onceKey) {
        Map<String, String> words = Map.of(
                "merchant", "青禾优品",
                "orderNumber", "261121-0001",
                "carrier", "顺丰",
                "waybillNo", "SF1630725514417",
                "link", "https://x/s/t/1");
        return merchant.call(() -> retrying.inTransaction(
                () -> messages.send(new SendMessage("shipped", phone, words, "order", "261121-0001", onceKey))));
    }

    private void secret(String phone, boolean deliver) {
        Map<String, String> words = Map.of("merchant", "青禾优品", "code", "402917", "minutes", "10");
        merchant.run(() -> retrying.inTransaction(() -> messages.sendSecret(
                new SendSecret("status-code", phone, words, clock.instant().plus(Duration.ofMinutes(10)), deliver))));
    }

    private List<MessageRow> newest() {
        return merchant.call(() -> log.newest(null, 10));
    }

    private List<String> stored() throws Exception {
        try (var connection = TestDatabase.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("select body, to_masked from message where tenant_id = " + merchant.id())) {
            var bodies = new ArrayList<String>();
            while (rows.next()) {
                byte[] body = rows.getBytes(1);
                bodies.add(
                        body == null
                                ? "null"
                                : new String(body, java.nio.charset.StandardCharsets.ISO_8859_1) + rows.getString(2));
            }
            return bodies;
        }
    }
}
