package com.dingshu.channels;

import com.dingshu.channels.mapping.BuiltInMappings;
import com.dingshu.channels.mapping.Mapping;
import com.dingshu.tenancy.Acting;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The compiled mappings in use. Another node learns of a new version within some seconds. */
@Component
class CurrentMappings {

    private final MappingVersionRepository versions;
    private final Map<String, Mapping> builtIn = BuiltInMappings.CHANNELS.stream()
            .collect(Collectors.toUnmodifiableMap(c -> c, c -> Mapping.parse(BuiltInMappings.document(c))));
    private final Cache<Key, Mapping> cache = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    private record Key(int tenantId, String channel) {}

    CurrentMappings(MappingVersionRepository versions) {
        this.versions = versions;
    }

    Mapping of(String channel) {
        return cache.get(new Key(Acting.current().tenantId(), channel), key -> load(channel));
    }

    private Mapping load(String channel) {
        return versions.findByChannelAndState(channel, MappingState.CURRENT)
                .map(version -> Mapping.parse(version.document()))
                .orElseGet(() -> builtIn(channel));
    }

    /** The mapping that comes with the product. */
    Mapping builtIn(String channel) {
        Mapping mapping = builtIn.get(channel);
        if (mapping == null) {
            throw new IllegalArgumentException("No mapping for channel " + channel);
        }
        return mapping;
    }

    /** Once the change is committed. */
    void forget(String channel) {
        Key key = new Key(Acting.current().tenantId(), channel);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                cache.invalidate(key);
            }
        });
    }
}
