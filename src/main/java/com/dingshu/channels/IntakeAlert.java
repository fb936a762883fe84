package com.dingshu.channels;

import java.time.Instant;
import java.util.UUID;

/** Something refused before it could be stored; alike ones of an hour are counted together. */
public record IntakeAlert(
        UUID shopId, String channel, IntakeAlertKind kind, int times, String detail, Instant lastAt) {}
