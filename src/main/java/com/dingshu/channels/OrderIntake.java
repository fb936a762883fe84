package com.dingshu.channels;

import com.dingshu.orders.AcceptResult;
import com.dingshu.orders.ChannelOrderSnapshot;
import java.util.List;

/** Where mapped orders go. */
interface OrderIntake {

    List<AcceptResult> accept(List<ChannelOrderSnapshot> snapshots);
}
