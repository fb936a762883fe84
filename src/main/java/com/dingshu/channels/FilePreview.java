package com.dingshu.channels;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import of a file would do, found out without doing it.
 *
 * @param refusal why the file cannot be read at all, null when it can
 * @param recognised the standard field each heading is read as
 * @param ignored headings that nothing reads
 * @param problems the first rows that would be refused
 */
public record FilePreview(
        @Nullable String refusal,
        String encoding,
        int rows,
        int orders,
        int good,
        Map<String, String> recognised,
        List<String> ignored,
        List<FileRow> problems) {}
