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
        rules.naming(wish.naming());
        rules.pricing(wish.pricing());
        rules.number("weightGrams", wish.handling().weightGrams(), HEAVIEST_GRAMS);
        rules.size(wish.handling().size());
        rules.number("safetyStock", wish.keeping().safetyStock(), MOST_PIECES);
        rules.number("bufferPercentTimes100", wish.keeping().bufferPercentTimes100(), WHOLE);
        return List.copyOf(rules.problems);
    }

    private void naming(SaveSku.Naming naming) {
        if (naming.productCode() != null) {
            code("productCode", naming.productCode());
        }
        text("name", naming.name(), LONGEST_NAME, true);
        text("spec", naming.spec(), LONGEST_NAME, false);
        barcodes(naming.barcodes());
    }

    private void pricing(SaveSku.Pricing pricing) {
        text("taxCode", pricing.taxCode(), LONGEST_CODE, false);
        number("costMinor", pricing.costMinor(), DEAREST_MINOR);
        number("priceMinor", pricing.priceMinor(), DEAREST_MINOR);
        currency(pricing.currency());
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
