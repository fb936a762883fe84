package com.dingshu.inventory.ui;

import com.dingshu.inventory.SkuStock;
import com.dingshu.inventory.StockFigures;
import com.dingshu.inventory.StockFilter;
import com.dingshu.inventory.StockQueries;
import com.dingshu.uikit.Sheets;
import com.dingshu.uikit.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The stock list as a file for spreadsheets. */
@Component
class StockSheet {

    private static final List<String> HEADINGS = List.of(
            "code",
            "name",
            "barcode",
            "bin",
            "available",
            "safety",
            "onHand",
            "reserved",
            "committed",
            "inInspection",
            "damaged",
            "buffer",
            "campaign");

    private final StockQueries queries;
    private final Texts texts;

    StockSheet(StockQueries queries, Texts texts) {
        this.queries = queries;
        this.texts = texts;
    }

    /** Writes every row of the list; who asked is logged. */
    void write(StockFilter filter, Locale locale, OutputStream out) throws IOException {
        List<String> headings = HEADINGS.stream()
                .map(heading -> texts.in(locale, "stock." + heading))
                .toList();
        try (Sheets.Table table = Sheets.csv(out, headings)) {
            queries.export(filter, row -> write(table, row));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void write(Sheets.Table table, SkuStock row) {
        try {
            table.row(cells(row));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<@Nullable Object> cells(SkuStock row) {
        StockFigures total = row.total();
        return Arrays.asList(
                row.sku().code(),
                row.sku().title(),
                row.sku().barcodes().isEmpty() ? null : row.sku().barcodes().getFirst(),
                bins(row),
                total.available(),
                row.sku().safetyStock(),
                total.onHand(),
                total.reserved(),
                total.committed(),
                total.inInspection(),
                total.damaged(),
                total.buffer(),
                total.campaignReserve());
    }

    static String bins(SkuStock row) {
        Stream<@Nullable String> bins = row.warehouses().stream().map(SkuStock.InWarehouse::bin);
        return bins.filter(Objects::nonNull).distinct().collect(Collectors.joining(" "));
    }
}
