package com.dingshu.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes plausible orders out of a shop's products; the same seed gives the same sequence of contents. */
final class OrderMaker {

    private static final String SURNAMES = "陈林黄张李王吴刘蔡杨许郑谢郭洪赵周徐孙马";
    private static final String GIVEN = "蓉婷宁静怡然浩轩子涵梓萱嘉佳明辉雅琴晓东文博思远";
    private static final String[][] PLACES = {
        {"浙江省", "杭州市", "余杭区", "仓前街道", "文一西路"},
        {"浙江省", "温州市", "鹿城区", "五马街道", "解放北路"},
        {"福建省", "厦门市", "思明区", "莲前街道", "前埔南路"},
        {"广东省", "深圳市", "南山区", "粤海街道", "科苑路"},
        {"广东省", "广州市", "天河区", "石牌街道", "体育西路"},
        {"江苏省", "苏州市", "工业园区", "湖西社区", "星湖街"},
        {"上海市", "上海市", "徐汇区", "漕河泾街道", "桂平路"},
        {"北京市", "北京市", "朝阳区", "望京街道", "阜通东大街"},
        {"四川省", "成都市", "武侯区", "桂溪街道", "天府大道"},
        {"湖北省", "武汉市", "洪山区", "关东街道", "光谷大道"},
        {"陕西省", "西安市", "雁塔区", "丈八街道", "锦业路"},
        {"山东省", "青岛市", "市南区", "八大湖街道", "香港中路"},
    };
    private static final String[] NOTES = {"", "", "", "", "周末配送", "放门口鞋柜", "送人的，不要放价格单", "请打电话"};

    private final Random random;

    OrderMaker(long seed) {
        random = new Random(seed);
    }

    SimOrder make(String id, ShopSettings shop, Wish wish, Instant now) {
        int count = wish.lines() > 0
                ? wish.lines()
                : 1 + random.nextInt(Math.min(4, shop.products().size()));
        List<SimLine> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Product product = wish.sku() != null && i == 0
                    ? named(shop, wish.sku())
                    : shop.products().get(random.nextInt(shop.products().size()));
            int quantity = wish.quantity() > 0 ? wish.quantity() : 1 + (random.nextInt(4) == 0 ? random.nextInt(3) : 0);
            long total = product.priceMinor() * quantity;
            long discount = random.nextInt(3) == 0 ? total * (2 + random.nextInt(9)) / 100 : 0;
            lines.add(new SimLine(Long.toString(Long.parseLong(id) + 1 + i), product, quantity, discount));
        }
        long goods = lines.stream().mapToLong(SimLine::paidMinor).sum();
        long freight = goods < 6_900 && random.nextInt(3) == 0 ? 800 : 0;
        return new SimOrder(id, lines, freight, now, NOTES[random.nextInt(NOTES.length)], buyer(wish));
    }

    private static Product named(ShopSettings shop, String sku) {
        return shop.products().stream()
                .filter(p -> p.sku().equals(sku))
                .findFirst()
                .orElse(new Product(sku, "新品 " + sku, "", 5_900));
    }

    Buyer buyer(Wish wish) {
        String[] place = PLACES[random.nextInt(PLACES.length)];
        String name = wish.name() != null
                ? wish.name()
                : "" + SURNAMES.charAt(random.nextInt(SURNAMES.length())) + GIVEN.charAt(random.nextInt(GIVEN.length()))
                        + (random.nextBoolean() ? GIVEN.charAt(random.nextInt(GIVEN.length())) : "");
        String phone = wish.phone() != null ? wish.phone() : "13" + (100_000_000 + random.nextInt(900_000_000));
        String buyerId = "B" + Math.floorMod(phone.hashCode(), 100_000_000);
        String detail = place[4] + (1 + random.nextInt(900)) + "号" + (1 + random.nextInt(20)) + "幢"
                + (101 + random.nextInt(2800)) + "室";
        return new Buyer(
                buyerId,
                name.charAt(0) + "**" + random.nextInt(10),
                name,
                phone,
                place[0],
                place[1],
                place[2],
                place[3],
                detail,
                "" + (100_000 + random.nextInt(700_000)));
    }
}
