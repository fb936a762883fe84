package com.dingshu.channels;

import com.dingshu.orders.AcceptResult;
import com.dingshu.orders.ChannelOrderSnapshot;
import com.dingshu.shared.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

@Component
class RecordedOrders implements OrderIntake {

    final Map<String, ChannelOrderSnapshot> orders = new ConcurrentHashMap<>();
    final Map<String, UUID> ids = new ConcurrentHashMap<>();

    @Override
    public List<AcceptResult> accept(List<ChannelOrderSnapshot> snapshots) {
        List<AcceptResult> results = new ArrayList<>();
        for (ChannelOrderSnapshot s : snapshots) {
            String key = s.shopId() + "/" + s.channelOrderNo();
            UUID id = ids.computeIfAbsent(key, any -> Ids.next());
            String number = "N" + s.channelOrderNo();
            ChannelOrderSnapshot before = orders.get(key);
            if (before == null) {
                results.add(new AcceptResult.Created(id, number));
            } else if (s.sourceModifiedAt().isBefore(before.sourceModifiedAt())) {
                results.add(new AcceptResult.Superseded(id, number));
                continue;
            } else if (before.status() == s.status()) {
                results.add(new AcceptResult.Unchanged(id, number));
            } else {
                results.add(
                        new AcceptResult.Updated(id, number, List.of(s.status().name())));
            }
            orders.put(key, s);
        }
        return results;
    }
}
