package com.dingshu.channels;

import java.util.List;
import java.util.Map;

/**
 * The refused rows of a file as they stand in it, to be put right and imported again.
 *
 * @param headings of the file, in their order
 */
public record RefusedRows(String fileName, List<String> headings, List<Refused> rows) {

    /** One row, what is wrong with it, and its cells by heading. */
    public record Refused(FileRow row, Map<String, String> cells) {}
}
