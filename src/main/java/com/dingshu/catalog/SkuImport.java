package com.dingshu.catalog;

import java.util.List;

/**
 * What an import did. Good rows are taken in even when others are refused; the same import again changes nothing.
 *
 * @param refused the rows that were left out, counted from 1
 */
public record SkuImport(int created, int changed, int unchanged, List<RefusedRow> refused) {

    /** A row and everything that is wrong with it. */
    public record RefusedRow(int row, String code, List<FieldProblem> problems) {}
}
