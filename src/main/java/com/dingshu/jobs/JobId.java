package com.dingshu.jobs;

import java.util.UUID;

/** Names one job. */
public record JobId(UUID value) {}
