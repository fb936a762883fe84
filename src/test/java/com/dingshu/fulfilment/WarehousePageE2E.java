package com.dingshu.fulfilment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.dingshu.identity.UserInfo;
import com.dingshu.orders.Anchor;
import com.dingshu.shipping.events.WaybillIssued;
import com.dingshu.tenancy.Events;
import com.dingshu.tenancy.Retrying;
import com.dingshu.testing.Desk;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.People;
import com.dingshu.testing.StockInvariants;
import com.dingshu.testing.TestBrowser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The warehouse page on a phone, against the real server. Left out when the build left the front end out. */
@IntegrationTest
class WarehousePageE2E {

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private People people;

    @Autowired
    private Parcels parcels;

    @Autowired
    private Events events;

    @Autowired
    private Retrying retrying;

    private Desk desk;
    private Desk.Placed order;
    private ParcelInfo parcel;
    private String waybill;
    private Page page;

    @BeforeEach
    void aWorkerBeforeAReleasedOrder() {
        assumeThat(getClass().getResource("/META-INF/resources/h5/index.html")).isNotNull();
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 10);
        desk.stocked("CUP-200", 10);
        order = desk.place(desk.anOrder().with(2, "TEA-100").with(1, "CUP-200").paid());
        desk.merchant().settle();
        parcel = desk.merchant().call(() -> parcels.ofOrder(order.id())).getFirst();
        waybill = "SF" + Math.abs(parcel.id().getLeastSignificantBits());
        desk.merchant()
                .run(() -> retrying.inTransaction(
                        () -> events.publish(new WaybillIssued(desk.merchant().id(), parcel.id(), "SF", waybill))));
        desk.merchant().settle();
        page = BROWSER.phone();
        signIn(people.hire(desk.merchant(), "warehouse-worker"));
    }

    @Test
    void picksPacksAndSendsOutWhatWasScannedInPartWithoutANetwork() {
        button("开始 " + parcel.number()).click();
        scan("TEA-100");
        says("正确");
        scan("POT-999");
        says("不认识这个码");
        page.context().setOffline(true);
        scan("TEA-100");
        says("已存下");
        scan("CUP-200");
        says("拣完了");
        unsynced(2);
        button("去打包 " + parcel.number()).click();
        scan("CUP-200");
        says("已存下");
        unsynced(3);
        page.context().setOffline(false);
        synced();

        scan("TEA-100");
        says("正确");
        scan("TEA-100");
        says("打包完成");
        synced();
        page.navigate(address() + "#/out");
        assertThat(page.locator(".bar h1")).containsText("出库扫描");
        scan(waybill);
        says("都出库了");
        synced();
        desk.merchant().settle();
        assertThat(desk.details(order.id()).summary().anchor()).isEqualTo(Anchor.SHIPPED);
        assertThat(StockInvariants.violations(desk.merchant().id())).isEmpty();
    }

    @Test
    void stopsACancelledParcelAtItsNextScan() {
        cancel();
        button("开始 " + parcel.number()).click();
        scan("TEA-100");
        says("拦下这一单");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText(order.number() + " 已取消");
    }

    @Test
    void leavesToAPersonWhatWasScannedAfterTheOrderWasCancelled() {
        button("开始 " + parcel.number()).click();
        page.context().setOffline(true);
        scan("TEA-100");
        says("已存下");
        cancel();
        page.context().setOffline(false);
        says("这一件要你决定");
        unsynced(1);
        button("在，放回库位").click();
        synced();
    }

    private void signIn(UserInfo worker) {
        page.navigate(address() + "?m=" + desk.merchant().tenant().slug());
        page.getByLabel("工号").fill(worker.login());
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(People.PASSWORD);
        button("登录").click();
        assertThat(page.locator(".tri")).containsText("拣货确认");
        assertThat(page.locator(".task")).hasCount(1);
    }

    private void cancel() {
        desk.merchant().run(() -> desk.orders().cancel(order.id(), "买家取消"));
        desk.merchant().settle();
    }

    private String address() {
        return "http://localhost:" + port + "/h5/";
    }

    /** As a hand scanner types: fast keys and Enter. */
    private void scan(String code) {
        page.keyboard().type(code);
        page.keyboard().press("Enter");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void says(String word) {
        assertThat(page.locator(".hero .w")).hasText(word);
    }

    private void synced() {
        assertThat(page.locator(".sync")).hasText("已同步");
    }

    private void unsynced(int scans) {
        assertThat(page.locator(".sync")).hasText("未同步 " + scans);
    }
}
