package com.dingshu.catalog;

import com.dingshu.catalog.FieldProblem.Kind;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a SKU's fields may hold, whoever enters them. */
final class SkuRules {

    static final int LONGEST_CODE = 64;
    static final int LONGEST_NAME = 200;
    static final int MOST_BARCODES = 10;
    private static final int WHOLE = 10_000;
    private static final long HEAVIEST_GRAMS = 10_000_000;
    private static final int LONGEST_MM = 100_000;
    private static final int MOST_PIECES = 100_000_000;
    private static final long DEAREST_MINOR = 1_000_000_000_000L;

    /** Codes stand in addresses of pages, on labels and in files. */
    private static final Pattern CODE = Pattern.compile("[^\\p{Cntrl}/\\\\?#%]+");

    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]*");

    private final List<FieldProblem> problems = new ArrayList<>();

    private SkuRules() {}

    /** Everything that is wrong with the wish; empty when it may be saved as far as it alone can tell. */
    static List<FieldProblem> check(SaveSku wish) {
        SkuRules rules = new SkuRules();
        rules.code("code", wish.code());
        if (wish.productCode() != null) {
            rules.code("productCode", wish.productCode());
        }
        rules.text("name", wish.name(), LONGEST_NAME, true);
        rules.text("spec", wish.spec(), LONGEST_NAME, false);
        rules.text("taxCode", wish.taxCode(), LONGEST_CODE, false);
        rules.barcodes(wish.barcodes());
        rules.number("weightGrams", wish.weightGrams(), HEAVIEST_GRAMS);
        rules.size(wish.size());
        rules.number("costMinor", wish.costMinor(), DEAREST_MINOR);
        rules.number("priceMinor", wish.priceMinor(), DEAREST_MINOR);
        rules.currency(wish.currency());
        rules.number("safetyStock", wish.safetyStock(), MOST_PIECES);
        rules.number("bufferPercentTimes100", wish.bufferPercentTimes100(), WHOLE);
        return List.copyOf(rules.problems);
    }

    private void code(String field, String value) {
        text(field, value, LONGEST_CODE, true);
        if (!value.isEmpty() && !CODE.matcher(value).matches()) {
            refuse(field, Kind.BAD_CHARACTERS, value);
        }
    }

    private void text(String field, @Nullable String value, int longest, boolean needed) {
        if (value == null || value.isEmpty()) {
            if (needed) {
                refuse(field, Kind.MISSING, "");
            }
        } else if (value.length() > longest) {
            refuse(field, Kind.TOO_LONG, value);
        } else if (!LINE.matcher(value).matches()) {
            refuse(field, Kind.BAD_CHARACTERS, value);
        }
    }

    private void barcodes(List<String> barcodes) {
        if (barcodes.size() > MOST_BARCODES) {
            refuse("barcodes", Kind.OUT_OF_RANGE, barcodes.size());
        }
        barcodes.forEach(barcode -> code("barcodes", barcode));
    }

    private void size(@Nullable SkuSize size) {
        if (size != null) {
            number("lengthMm", size.lengthMm(), LONGEST_MM);
            number("widthMm", size.widthMm(), LONGEST_MM);
            number("heightMm", size.heightMm(), LONGEST_MM);
        }
    }

    private void currency(String code) {
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
        if (!known) {
            refuse("currency", Kind.UNKNOWN_CURRENCY, code);
        }
    }

    private void number(String field, @Nullable Number value, long most) {
        if (value != null && (value.longValue() < 0 || value.longValue() > most)) {
            refuse(field, Kind.OUT_OF_RANGE, value);
        }
    }

    private void refuse(String field, Kind kind, Object value) {
        problems.add(FieldProblem.of(field, kind, value));
    }
}
