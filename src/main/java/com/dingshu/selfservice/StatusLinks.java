package com.dingshu.selfservice;

import com.dingshu.notifications.StatusLink;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The links in messages: whoever holds one sees that order, masked, for 21 days. */
@Service
public class StatusLinks implements StatusLink {

    private final StatusGateway gateway;
    private final StatusSettings settings;
    private final Clock clock;

    StatusLinks(StatusGateway gateway, StatusSettings settings, Clock clock) {
        this.gateway = gateway;
        this.settings = settings;
        this.clock = clock;
    }

    /** A fresh address for one order. */
    @Requires(Permission.FACTS_RECORD)
    @Transactional(propagation = Propagation.MANDATORY)
    public String issue(UUID orderId) {
        Token token = Token.next(Acting.current().tenantId());
        Instant now = clock.instant();
        gateway.insertPass(Ids.next(), Pass.Kind.LINK, token.hash(), orderId, null, now, now.plus(settings.linkLife()));
        return settings.address() + "/s/t/" + token.text();
    }

    @Override
    @Requires(Permission.FACTS_RECORD)
    @Transactional(propagation = Propagation.MANDATORY)
    public String of(UUID orderId) {
        return issue(orderId);
    }
}
