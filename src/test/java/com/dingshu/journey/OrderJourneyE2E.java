package com.dingshu.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.dingshu.blueprints.DemoMerchant;
import com.dingshu.catalog.Catalog;
import com.dingshu.channels.InboxQueries;
import com.dingshu.channels.Whereabouts;
import com.dingshu.fulfilment.ParcelInfo;
import com.dingshu.fulfilment.Parcels;
import com.dingshu.inventory.StockFigures;
import com.dingshu.inventory.StockQueries;
import com.dingshu.notifications.MessageLog;
import com.dingshu.orders.Anchor;
import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.OrderSettings;
import com.dingshu.orders.Rules;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.People;
import com.dingshu.testing.RunningHub;
import com.dingshu.testing.StockInvariants;
import com.dingshu.testing.TestBrowser;
import com.dingshu.testing.TestDatabase;
import com.dingshu.testing.Visitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One real order from the marketplace's signed push to its customer's page: everybody at a screen of their own, the partners
 * in a process of their own, and another merchant who sees nothing of it. Left out when the build left the front end out.
 */
class OrderJourneyE2E extends RunningHub {

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    private static final String NAME = "黄小敏";
    private static final String PHONE = "13812346207";
    private static final String NOTE = "送人的，不要放价格单";
    private static final String SKU = "LJ-MQ-050";
    private static final int PIECES = 3;

    private DemoMerchant tea;
    private AtWork work;
    private StockFigures before;
    private Page board;
    private Page phone;
    private String number = "";
    private String waybill = "";

    @BeforeEach
    void aMerchantWithGoodsPeopleAndShops() {
        assumeThat(getClass().getResource("/META-INF/resources/h5/index.html")).isNotNull();
        tea = DemoMerchant.copyOf("qinghe", beans, simulator(), address(""));
        tea.merchant().run(() -> bean(OrderSettings.class)
                .save(new Rules(
                        Rules.USUAL.reviewAmounts(),
                        true,
                        false,
                        Rules.USUAL.target(),
                        Rules.USUAL.completeAfterDays())));
        before = figures();
        work = atWork(tea.merchant());
        board = BROWSER.desktop();
        phone = BROWSER.phone();
    }

    @AfterEach
    void rest() {
        if (tea != null) {
            work.close();
        }
    }

    @Test
    void fromTheSignedPushToTheCustomersPage() throws SQLException {
        theReviewerHasTheBoardOpen();
        thePlatformPushesAnOrderThatStandsOnTheBoardWithinSeconds();
        itIsHeldForReviewAndHoldsItsStock();
        theReviewerApprovesAndReleasesIt();
        theWarehouseHasItWithAWaybill();
        thePickerPicksPartOfItWithoutANetwork();
        thePickerPacksAndSendsItOut();
        itIsShippedAndItsStockConsumedOnce();
        theCustomerFollowsTheLinkAndSeesMaskedDataOnly();
        theCustomerFindsItByItsNumberToo();
        theHistoryNamesEverybody();
        anotherMerchantSeesNothingOfIt();
    }

    private void theReviewerHasTheBoardOpen() {
        signIn(board, tea.slug(), "ops", tea.password());
        board.navigate(address("/orders"));
        assertThat(board.locator(".empty").first()).isVisible();
    }

    private void thePlatformPushesAnOrderThatStandsOnTheBoardWithinSeconds() {
        String wish = """
                {"paid":true,"lines":1,"sku":"%s","quantity":%d,"name":"%s","phone":"138 1234 6207","patch":{"buyer_words":"%s"}}""";
        String channelOrderNo = tea.sell("douyin", wish.formatted(SKU, PIECES, NAME, NOTE));
        number = await().atMost(Duration.ofSeconds(15))
                .until(() -> whereabouts(channelOrderNo).orderNumber(), Optional::isPresent)
                .orElseThrow();
        Locator bar = board.locator(".new-bar");
        assertThat(bar.or(board.getByText(number)).first()).isVisible();
        if (bar.isVisible()) {
            bar.click();
        }
        assertThat(board.getByText(number).first()).isVisible();
    }

    private void itIsHeldForReviewAndHoldsItsStock() {
        assertThat(board.getByText("待审核").first()).isVisible();
        assertThat(details().summary().anchor()).isEqualTo(Anchor.PAID);
        assertThat(figures().committed()).isEqualTo(before.committed() + PIECES);
    }

    private void theReviewerApprovesAndReleasesIt() {
        board.getByText(number).first().click();
        Locator pane = board.locator(".pane");
        assertThat(pane.locator("h2")).hasText(number);
        assertThat(pane.locator(".hold")).containsText("等人工审核");
        assertThat(pane).containsText(NOTE);
        assertThat(pane).not().containsText(PHONE);
        pane.locator(".pane-foot").getByText("审核通过").click();
        pane.locator(".pane-foot").getByText("放行到仓库").click();
        assertThat(board.locator(".pane .pane-foot").getByText("放行到仓库")).isHidden();
    }

    private void theWarehouseHasItWithAWaybill() {
        waybill = await().atMost(Duration.ofSeconds(15))
                .until(() -> parcel().map(ParcelInfo::waybillNo).orElse(null), Objects::nonNull);
        assertThat(details().summary().anchor()).isEqualTo(Anchor.PICKING);
    }

    private void thePickerPicksPartOfItWithoutANetwork() {
        phone.navigate(address("/h5/?m=" + tea.slug()));
        phone.getByLabel("工号").fill("picker");
        phone.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(tea.password());
        button("登录").click();
        button("开始 " + parcel().orElseThrow().number()).click();
        scan(barcode());
        says("正确");
        phone.context().setOffline(true);
        scan(barcode());
        says("已存下");
        assertThat(phone.locator(".sync")).hasText("未同步 1");
        assertThat(parcel().orElseThrow().pickedUnits()).isEqualTo(1);
        phone.context().setOffline(false);
        synced();
        assertThat(parcel().orElseThrow().pickedUnits()).isEqualTo(2);
        scan(barcode());
        says("拣完了");
        synced();
    }

    private void thePickerPacksAndSendsItOut() {
        button("去打包 " + parcel().orElseThrow().number()).click();
        for (int piece = 1; piece < PIECES; piece++) {
            scan(barcode());
            says("正确");
        }
        scan(barcode());
        says("打包完成");
        synced();
        button("去出库扫描").click();
        scan(waybill);
        says("都出库了");
        synced();
    }

    private void itIsShippedAndItsStockConsumedOnce() throws SQLException {
        assertThat(details().summary().anchor()).isEqualTo(Anchor.SHIPPED);
        assertThat(figures().onHand()).isEqualTo(before.onHand() - PIECES);
        assertThat(figures().committed()).isEqualTo(before.committed());
        assertThat(StockInvariants.violations(tea.merchant().id())).isEmpty();
        assertThat(storedScans())
                .as("each scan is stored once, also the one that was sent later")
                .isEqualTo(PIECES * 2 + 1);
        assertThat(board.locator(".pane").getByText("已发货").first()).isVisible();
    }

    private void theCustomerFollowsTheLinkAndSeesMaskedDataOnly() {
        String message = await().atMost(Duration.ofSeconds(15))
                .until(this::shippedMessage, Optional::isPresent)
                .orElseThrow();
        Matcher link = Pattern.compile("/s/t/\\S+").matcher(message);
        assertThat(link.find()).isTrue();
        Page customer = BROWSER.phone();
        customer.navigate(address(link.group()));
        showsTheOrderMasked(customer);
        assertThat(customer.locator("body")).containsText(waybill.substring(waybill.length() - 4));
    }

    private void theCustomerFindsItByItsNumberToo() {
        Page customer = BROWSER.phone();
        customer.navigate(address("/s/" + tea.slug()));
        lookUp(customer, "6207");
        showsTheOrderMasked(customer);
    }

    private void showsTheOrderMasked(Page customer) {
        Locator page = customer.locator("body");
        assertThat(page).containsText("订单 " + number);
        assertThat(page).containsText("已发货");
        assertThat(page).containsText("黄*敏");
        assertThat(page).containsText("138****6207");
        assertThat(customer.content()).doesNotContain(NAME).doesNotContain(PHONE);
    }

    private void theHistoryNamesEverybody() {
        board.navigate(address("/orders/" + number));
        board.locator(".pane").getByRole(AriaRole.TAB, byName("历史")).click();
        Locator history = board.locator(".pane .pane-body");
        assertThat(history.locator(".revision").first()).isVisible();
        assertThat(history).containsText("进单");
        assertThat(history).containsText(tea.nameOf("ops"));
        assertThat(history).containsText(tea.nameOf("picker"));
        assertThat(history).not().containsText(PHONE);
    }

    private void anotherMerchantSeesNothingOfIt() {
        Merchant other = bean(Merchants.class).open();
        var owner = bean(People.class).hire(other, "owner", "warehouse-lead");
        Page page = BROWSER.desktop();
        signIn(page, other.tenant().slug(), owner.login(), People.PASSWORD);
        page.navigate(address("/orders"));
        assertThat(page.locator(".empty").first()).isVisible();
        assertThat(page.getByText(number)).isHidden();
        page.navigate(address("/orders/" + number));
        assertThat(page.getByText("没有这个订单").first()).isVisible();
        assertThat(page.content()).doesNotContain("明前西湖龙井").doesNotContain("黄*敏");
        Visitor worker = new Visitor(port).signedIn(other, owner);
        assertThat(worker.get("/h5/api/tasks").body()).doesNotContain(number).doesNotContain(waybill);
        Page customer = BROWSER.phone();
        customer.navigate(address("/s/" + other.tenant().slug()));
        lookUp(customer, "6207");
        assertThat(customer.getByRole(AriaRole.ALERT)).containsText("订单号或后四位不对");
    }

    private void lookUp(Page customer, String digits) {
        customer.getByLabel("订单号").fill(number);
        customer.getByLabel("收货手机后四位").fill(digits);
        customer.getByText("查看订单").click();
    }

    private Whereabouts whereabouts(String channelOrderNo) {
        return tea.merchant().call(() -> bean(InboxQueries.class).whereIs(channelOrderNo));
    }

    private OrderDetails details() {
        return tea.merchant()
                .call(() -> bean(OrderQueries.class).details(number))
                .orElseThrow();
    }

    private Optional<ParcelInfo> parcel() {
        return tea
                .merchant()
                .call(() -> bean(Parcels.class).ofOrder(details().summary().id()))
                .stream()
                .findFirst();
    }

    private StockFigures figures() {
        return tea.merchant().call(() -> {
            var sku = bean(Catalog.class).byCode(SKU).orElseThrow();
            return Objects.requireNonNull(
                    bean(StockQueries.class).figures(List.of(sku.id())).get(sku.id()));
        });
    }

    private String barcode() {
        return tea.merchant()
                .call(() -> bean(Catalog.class).byCode(SKU))
                .orElseThrow()
                .barcodes()
                .getFirst();
    }

    private Optional<String> shippedMessage() {
        return tea.merchant().call(() -> bean(MessageLog.class).newest(null, 20)).stream()
                .filter(row -> row.template().equals("shipped"))
                .flatMap(row -> Optional.ofNullable(row.text()).stream())
                .findFirst();
    }

    private int storedScans() throws SQLException {
        try (var connection = TestDatabase.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from fulfilment_scan where tenant_id = "
                                + tea.merchant().id())) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** As a hand scanner types: fast keys and Enter. */
    private void scan(String code) {
        phone.keyboard().type(code);
        phone.keyboard().press("Enter");
    }

    private void says(String word) {
        assertThat(phone.locator(".hero .w")).hasText(word);
    }

    private void synced() {
        assertThat(phone.locator(".sync")).hasText("已同步");
    }

    private Locator button(String name) {
        return phone.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.GetByRoleOptions byName(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
