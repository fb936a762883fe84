package com.dingshu.channels;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of the raw inbox, newest first; {@code next} continues it, null at the end. */
public record InboxPage(List<InboxSummary> rows, @Nullable UUID next) {}
