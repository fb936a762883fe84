package com.dingshu.channels;

import com.dingshu.tenancy.TenantKey;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface MappingVersionRepository extends Repository<MappingVersion, TenantKey> {

    List<MappingVersion> findByChannelOrderByNumberDesc(String channel);

    Optional<MappingVersion> findByChannelAndNumber(String channel, int number);

    Optional<MappingVersion> findByChannelAndState(String channel, MappingState state);

    MappingVersion save(MappingVersion version);
}
