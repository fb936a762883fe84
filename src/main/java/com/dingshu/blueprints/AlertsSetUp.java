package com.dingshu.blueprints;

import com.dingshu.notifications.AlertKind;
import com.dingshu.notifications.AlertRecipientResult;
import com.dingshu.notifications.SaveAlertRecipient;
import com.dingshu.notifications.StaffAlerts;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who of the merchant's people is told of what by SMS. */
@Component
class AlertsSetUp {

    private final StaffAlerts alerts;

    AlertsSetUp(StaffAlerts alerts) {
        this.alerts = alerts;
    }

    /** Fills an empty list; one that people keep is left alone. */
    void setUp(MerchantFolder folder) {
        if (alerts.recipients().isEmpty()) {
            folder.alerts().forEach(this::add);
        }
    }

    private void add(MerchantFolder.Told told) {
        var kinds = told.kinds().stream()
                .map(word -> AlertKind.byWord(word)
                        .orElseThrow(() -> new IllegalStateException("alerts.yaml: no kind " + word)))
                .collect(Collectors.toSet());
        var wish = new SaveAlertRecipient(null, told.name(), told.phone(), told.language(), kinds);
        if (alerts.save(wish) instanceof AlertRecipientResult.Refused refused) {
            throw new IllegalStateException("alerts.yaml: " + told.name() + ": " + refused.why());
        }
    }
}
