package com.dingshu.channels.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a field's value comes from: a JSONata expression. Plain paths ({@code trade.orders[0].num}, {@code $$.shop}) are
 * looked up directly with the same meaning; everything else runs in JSONata, bounded in steps and depth.
 */
sealed interface Source {

    /** The expression as written. */
    String text();

    /**
     * @param root the whole payload
     * @param scope the order or the line the expression is relative to
     * @return the value; null when there is none
     */
    @Nullable
    Object value(Object root, Object scope);

    static Source of(String expression) {
        String text = expression.strip();
        return Path.parse(text).<Source>map(p -> p).orElseGet(() -> new Expression(text));
    }

    /** A plain path. */
    record Path(String text, boolean fromRoot, List<Step> steps) implements Source {

        private record Step(String name, int index) {}

        private static final Pattern STEP =
                Pattern.compile("(?:`([^`]+)`|([\\p{L}_][\\p{L}\\p{N}_]*))(?:\\[(\\d{1,4})])?(?:\\.|$)");

        static Optional<Path> parse(String text) {
            boolean fromRoot = text.startsWith("$$.");
            String rest = fromRoot ? text.substring(3) : text;
            List<Step> steps = new ArrayList<>();
            Matcher matcher = STEP.matcher(rest);
            int at = 0;
            while (matcher.find() && matcher.start() == at) {
                String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                steps.add(new Step(name, matcher.group(3) == null ? -1 : Integer.parseInt(matcher.group(3))));
                at = matcher.end();
            }
            boolean plain = !steps.isEmpty() && at == rest.length() && !rest.endsWith(".") && !isWord(text);
            return plain ? Optional.of(new Path(text, fromRoot, List.copyOf(steps))) : Optional.empty();
        }

        private static boolean isWord(String text) {
            return text.equals("true") || text.equals("false") || text.equals("null");
        }

        @Override
        public @Nullable Object value(Object root, Object scope) {
            @Nullable Object value = fromRoot ? root : scope;
            for (Step step : steps) {
                value = step(value, step);
                if (value == null) {
                    return null;
                }
            }
            return value;
        }

        private static @Nullable Object step(@Nullable Object value, Step step) {
            if (value instanceof List<?> list) {
                return eachOf(list, step);
            }
            @Nullable Object found = value instanceof Map<?, ?> map ? map.get(step.name) : null;
            return step.index < 0 ? found : at(found, step.index);
        }

        private static @Nullable Object at(@Nullable Object value, int index) {
            if (value instanceof List<?> list) {
                return index < list.size() ? list.get(index) : null;
            }
            return index == 0 ? value : null;
        }

        /** A step over a list is taken in each element; one result stands alone. */
        private static @Nullable Object eachOf(List<?> list, Step step) {
            List<Object> found = new ArrayList<>();
            for (Object element : list) {
                @Nullable Object value = step(element, step);
                if (value instanceof List<?> several) {
                    found.addAll(several);
                } else if (value != null) {
                    found.add(value);
                }
            }
            return found.isEmpty() ? null : found.size() == 1 ? found.getFirst() : found;
        }
    }

    /** A real expression. Compiled instances are not thread-safe, so they are lent from a small pool. */
    final class Expression implements Source {

        private final String text;
        private final Queue<Jsonata> idle = new ConcurrentLinkedQueue<>();

        Expression(String text) {
            this.text = text;
            try {
                idle.add(Jsonata.jsonata(text));
            } catch (JException e) {
                throw new MappingFault(MappingFault.Kind.WRONG_EXPRESSION, text, String.valueOf(e.getMessage()));
            }
        }

        @Override
        public String text() {
            return text;
        }

        @Override
        public @Nullable Object value(Object root, Object scope) {
            @Nullable Jsonata lent = idle.poll();
            Jsonata expression = lent == null ? Jsonata.jsonata(text) : lent;
            Jsonata.Frame frame = expression.createFrame();
            new Bounds().over(frame);
            frame.bind("root", root);
            @Nullable Object value = expression.evaluate(scope, frame);
            // an instance that failed is not lent again
            idle.add(expression);
            return value;
        }
    }
}
