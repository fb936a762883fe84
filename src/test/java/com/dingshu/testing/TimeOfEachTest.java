package com.dingshu.testing;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Each class of tests begins at the real time, whatever the one before it did to the clock. */
final class TimeOfEachTest implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        test.getApplicationContext().getBeanProvider(TestClock.class).ifAvailable(TestClock::reset);
    }
}
