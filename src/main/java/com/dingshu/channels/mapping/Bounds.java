package com.dingshu.channels.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.time.Duration;

/**
 * What one evaluation of an expression may take. It is counted in steps, so that the same payload ends the same way on a
 * busy machine; only far beyond what any step takes does the time count, and then the evaluation is worth another try.
 */
final class Bounds {

    private static final int MAX_STEPS = 200_000;
    private static final int MAX_DEPTH = 200;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** An evaluation that was broken off. */
    static final class Exceeded extends JException {

        final Problem.Kind kind;

        private Exceeded(Problem.Kind kind, String message) {
            super(message, -1);
            this.kind = kind;
        }

        @Override
        public String getMessage() {
            return getError();
        }
    }

    private final int mostSteps;
    private final long longestNanos;
    private final long begun = System.nanoTime();
    private int steps;
    private int depth;

    Bounds() {
        this(MAX_STEPS, LONGEST);
    }

    Bounds(int mostSteps, Duration longest) {
        this.mostSteps = mostSteps;
        this.longestNanos = longest.toNanos();
    }

    /** Watches over the evaluation of one frame. */
    void over(Jsonata.Frame frame) {
        frame.setEvaluateEntryCallback((expression, input, environment) -> enter());
        frame.setEvaluateExitCallback((expression, input, environment, result) -> depth--);
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw new Exceeded(Problem.Kind.EXPRESSION, "deeper than " + MAX_DEPTH + " calls");
        }
        if (++steps > mostSteps) {
            throw new Exceeded(Problem.Kind.EXPRESSION, "more than " + mostSteps + " steps");
        }
        if (System.nanoTime() - begun > longestNanos) {
            throw new Exceeded(Problem.Kind.TOO_SLOW, "longer than " + longestNanos / 1_000_000_000 + " s");
        }
    }
}
