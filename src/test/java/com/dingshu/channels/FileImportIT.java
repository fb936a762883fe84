package com.dingshu.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SaveSku;
import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.OrderQueries;
import com.dingshu.tenancy.AccessDenied;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.OpenShop;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class FileImportIT {

    private static final String HEADINGS = "订单号,订单状态,下单时间,付款时间,收货人,手机号,省,市,区,详细地址,商家编码,商品名称,数量,单价,优惠,运费,实付金额\n";

    @Autowired
    private Merchants merchants;

    @Autowired
    private Shops shops;

    @Autowired
    private Catalog catalog;

    @Autowired
    private FileImports imports;

    @Autowired
    private InboxQueries inbox;

    @Autowired
    private OrderQueries orders;

    private Merchant merchant;
    private ShopInfo shop;

    @BeforeEach
    void open() {
        merchant = merchants.open();
        shop = merchant.call(() -> {
            catalog.save(SaveSku.of("BTL-240-PINK", "奶瓶", 5900, "CNY"));
            return shops.open(
                    new OpenShop("file", "线下", "offline" + merchant.id(), "CNY", OpenShop.USUAL_PAYMENT_TIMEOUT));
        });
    }

    private FileImportInfo imported(byte[] content) {
        UUID id = merchant.call(() -> imports.start(shop.id(), "orders.csv", content));
        merchant.settle();
        return merchant.call(() -> imports.progress(id)).orElseThrow();
    }

    private static String row(String number, String sku, String quantity, String price, String paid) {
        return number + ",待发货,2026-11-01 10:00:00,2026-11-01 10:01:00,张三,13800000001,浙江省,杭州市,余杭区,文一西路1号," + sku + ",奶瓶,"
                + quantity + "," + price + ",0,0," + paid + "\n";
    }

    private OrderDetails order(String channelOrderNo) {
        String number =
                merchant.call(() -> inbox.whereIs(channelOrderNo)).orderNumber().orElseThrow();
        return merchant.call(() -> orders.details(number)).orElseThrow();
    }

    @Test
    void theSamplesComeInInBothEncodingsAndOnlyOnce() {
        FileImportInfo first = imported(SignVectors.bytes("csv/orders_utf8_bom.csv"));
        assertThat(first.state()).isEqualTo(FileImportState.DONE);
        assertThat(first.created()).isEqualTo(3);
        assertThat(order("4312889922001234567").money().due()).isEqualTo(9900);
        assertThat(order("4312889922001234567").money().paid())
                .as("a file proves no payment")
                .isZero();
        assertThat(order("287654321098").money().due()).isEqualTo(209900);
        assertThat(order("260104-123456789012345").summary().units()).isEqualTo(2);

        FileImportInfo again = imported(SignVectors.bytes("csv/orders_gb18030.csv"));
        assertThat(again.encoding()).isEqualTo("GB18030");
        assertThat(again.created()).isZero();
        assertThat(again.refused()).isZero();
        assertThat(imported(SignVectors.bytes("csv/orders_utf8_bom.csv")).unchanged())
                .isEqualTo(3);
    }

    @Test
    void aFileHalfWrongComesInHalfAndSaysWhyOfEachRow() {
        String file = HEADINGS
                + row("A1", "BTL-240-PINK", "1", "59.00", "59.00")
                + row("4.31289E+18", "BTL-240-PINK", "1", "59.00", "59.00")
                + row("A2", "BTL-240-PINK", "2", "¥59.00", "118.00")
                + row("A3", "UNKNOWN-1", "1", "59.00", "59.00")
                + row("A4", "BTL-240-PINK", "1.5", "59.00", "88.50")
                + row("A5", "BTL-240-PINK", "1", "abc", "59.00")
                + row("A6", "BTL-240-PINK", "1", "59.00", "60.00")
                + row("A7", "BTL-240-PINK", "1", "59.00", "59.00")
                + row("A7", "BTL-240-PINK", "1", "59.00", "59.00")
                + row("", "BTL-240-PINK", "1", "59.00", "59.00");
        byte[] content = file.getBytes(StandardCharsets.UTF_8);

        FilePreview preview = merchant.call(() -> imports.preview(shop.id(), content));
        assertThat(preview.orders()).isEqualTo(9);
        assertThat(preview.good()).isEqualTo(3);

        FileImportInfo info = imported(content);
        assertThat(info.rowsDone()).isEqualTo(10);
        assertThat(info.created()).isEqualTo(4);
        assertThat(info.refused()).isEqualTo(6);
        assertThat(merchant.call(() -> imports.rows(info.id(), FileRowOutcome.REFUSED, 0)))
                .extracting(FileRow::rowNo, FileRow::problemKind)
                .containsExactly(
                        tuple(3, "DIGITS_LOST"),
                        tuple(5, "UNMAPPED_ITEM"),
                        tuple(6, "BAD_VALUE"),
                        tuple(7, "BAD_VALUE"),
                        tuple(8, "AMOUNTS_DIFFER"),
                        tuple(11, "MISSING"));
        assertThat(order("A7").lines()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"CHANNELS_IMPORT", "CONTACT_REVEAL"})
    void theRefusedRowsAreForWhoMayBothImportAndSeeContacts(Permission alone) {
        FileImportInfo info =
                imported((HEADINGS + row("A3", "UNKNOWN-1", "1", "59.00", "59.00")).getBytes(StandardCharsets.UTF_8));
        Actor half = Actor.job("half", alone);
        assertThatThrownBy(() -> merchant.call(half, () -> imports.refusedRows(info.id())))
                .isInstanceOf(AccessDenied.class);
        Actor whole = Actor.job("whole", Permission.CHANNELS_IMPORT, Permission.CONTACT_REVEAL);
        assertThat(merchant.call(whole, () -> imports.refusedRows(info.id()))
                        .orElseThrow()
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).containsEntry("手机号", "13800000001"));
    }

    @Test
    void aLargeFileGoesInBatchAfterBatch() {
        StringBuilder file = new StringBuilder(HEADINGS);
        for (int i = 0; i < 1_200; i++) {
            file.append(row("L" + i, "BTL-240-PINK", "1", "59.00", "59.00"));
        }
        FileImportInfo info = imported(file.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(info.rowsDone()).isEqualTo(1_200);
        assertThat(info.created()).isEqualTo(1_200);
    }
}
