package com.dingshu.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chart with heading, legend and a table twin of the same figures. */
@Tag("ds-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./components/ds-chart.ts")
public final class Chart extends Component implements HasStyle {

    /** The shapes there are. */
    public enum Kind {
        LINES,
        COLUMNS,
        STACKED_COLUMNS,
        STACKED_BARS
    }

    /**
     * A row of figures, one for each category; null where there is none.
     *
     * @param dashed for what is only compared with, such as yesterday
     */
    public record Series(String name, List<@Nullable Double> values, boolean dashed, boolean area) {}

    /** A line to reach or not to pass. */
    public record Target(double value, String label) {}

    /**
     * What is drawn.
     *
     * @param note a few words beside the title: unit, what is compared
     * @param finding one sentence that says what the picture says; read aloud instead of it
     */
    public record Plot(
            Kind kind,
            String title,
            @Nullable String note,
            @Nullable String unit,
            List<String> categories,
            List<Series> series,
            @Nullable Target target,
            String finding) {}

    public Chart(Plot plot) {
        addClassName("card");
        show(plot);
    }

    public void show(Plot plot) {
        getElement().setPropertyBean("plot", plot);
    }
}
