package com.dingshu.catalog.ui;

import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field for a figure as people write it: 1,286.00, full-width digits, nothing at all. */
final class FigureField extends TextField {

    private final int decimals;
    private final String wrong;

    /**
     * @param decimals how many the figure may have
     * @param wrong said when the text is no such figure
     */
    FigureField(String label, int decimals, String wrong) {
        super(label);
        this.decimals = decimals;
        this.wrong = wrong;
        getElement().setAttribute("inputmode", decimals == 0 ? "numeric" : "decimal");
    }

    /** The figure moved by its decimals: 1286.00 with two is 128,600. */
    FigureField with(@Nullable Long scaled) {
        setValue(scaled == null ? "" : plain(scaled));
        return this;
    }

    private String plain(long scaled) {
        BigDecimal value = BigDecimal.valueOf(scaled, decimals);
        return value.signum() == 0 ? "0" : value.toPlainString();
    }

    boolean isReadable() {
        boolean readable = text().isEmpty() || scaled().isPresent();
        setErrorMessage(wrong);
        setInvalid(!readable);
        return readable;
    }

    /** Empty when nothing is written, or nothing that can be read. */
    Optional<Long> scaled() {
        try {
            return text().isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new BigDecimal(text()).movePointRight(decimals).longValueExact());
        } catch (ArithmeticException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private String text() {
        return Normalizer.normalize(getValue(), Normalizer.Form.NFKC)
                .replace(",", "")
                .replace(" ", "")
                .replace('−', '-');
    }
}
