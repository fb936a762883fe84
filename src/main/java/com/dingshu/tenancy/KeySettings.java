package com.dingshu.tenancy;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the master keys are.
 *
 * @param file the keyset file (Tink JSON); null means none was given
 * @param createWhenMissing the demo makes one; production refuses to start instead
 */
@ConfigurationProperties("dingshu.keys")
record KeySettings(@Nullable String file, boolean createWhenMissing) {}
