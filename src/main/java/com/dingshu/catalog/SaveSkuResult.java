package com.dingshu.catalog;

import java.util.List;

/** What became of a SKU that was to be saved. */
public sealed interface SaveSkuResult {

    /** It did not exist before. */
    record Created(SkuInfo sku) implements SaveSkuResult {}

    /** At least one field differs from before. */
    record Changed(SkuInfo sku) implements SaveSkuResult {}

    /** It already was as it shall be; nothing was written. */
    record Unchanged(SkuInfo sku) implements SaveSkuResult {}

    /** Somebody else has changed it since it was looked at. Nothing was written. */
    record Overtaken() implements SaveSkuResult {}

    /** Nothing was written. */
    record Refused(List<FieldProblem> problems) implements SaveSkuResult {}
}
