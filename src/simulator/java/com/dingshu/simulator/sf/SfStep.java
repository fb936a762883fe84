package com.dingshu.simulator.sf;

import java.util.List;

/**
 * One stop on a parcel's way, so long after it was handed over or, where nobody says so, after the order was taken; {@code
 * {city}} in texts becomes the receiver's city.
 */
record SfStep(long afterSeconds, String opCode, String place, String remark) {

    static final List<SfStep> USUAL = List.of(
            new SfStep(900, "50", "{from}", "顺丰速运 已收取快件"),
            new SfStep(1_500, "30", "{from}", "快件在【{from}营业部】完成分拣，准备发往【{from}中转场】"),
            new SfStep(1_800, "36", "{from}", "快件离开【{from}营业部】，已在发往【{from}中转场】的路上"),
            new SfStep(5_400, "31", "{city}", "快件到达【{city}中转场】"),
            new SfStep(7_200, "204", "{city}", "快件交给刘师傅，正在派送途中（联系电话：13800000008）"),
            new SfStep(8_400, "80", "{city}", "您的快件已签收，如有疑问请电联快递员【刘师傅，电话：13800000008】"),
            new SfStep(8_460, "8000", "{city}", "在官网“运单资料&签收图”可查看签收人信息"));
}
