package com.dingshu.journey;

import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The addresses of all staff screens, read from the router's own registry: a new screen is among them by itself. */
final class Screens {

    private static final Pattern PARAMETER = Pattern.compile("/:([A-Za-z]+)([?*]?)(?:\\([^)]*\\))?");

    private Screens() {}

    /**
     * Every screen, one with a parameter that may be left out also without it.
     *
     * @param values what to put for a parameter, by template: {@code "orders/:number"}
     * @throws AssertionError for a screen with a parameter that has no value yet
     */
    static List<String> addresses(ServletContext context, Map<String, String> values) {
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(context)).getRegisteredRoutes().stream()
                .map(RouteData::getTemplate)
                .flatMap(template -> addresses(template, values))
                .sorted()
                .distinct()
                .toList();
    }

    private static Stream<String> addresses(String template, Map<String, String> values) {
        Matcher parameter = PARAMETER.matcher(template);
        if (!parameter.find()) {
            return Stream.of("/" + template);
        }
        String before = template.substring(0, parameter.start());
        String value = values.get(before + "/:" + parameter.group(1));
        if (value == null) {
            throw new AssertionError("The screen " + template + " is new here: give a value for its parameter");
        }
        Stream<String> filled = addresses(before + "/" + value + template.substring(parameter.end()), values);
        return parameter.group(2).isEmpty() ? filled : Stream.concat(Stream.of("/" + before), filled);
    }
}
