package com.dingshu.simulator;

import java.time.Instant;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.PriorityBlockingQueue;

/** Lets shops sell by themselves: issues orders at each shop's rate and moves the unpaid ones on. */
final class Life {

    private static final long TICK_MILLIS = 200;

    private record Step(Instant due, Shop shop, SimOrder order, SimOrder.State next) {}

    private final World world;
    private final Random random = new Random(11);
    private final PriorityBlockingQueue<Step> steps =
            new PriorityBlockingQueue<>(64, Comparator.comparing(Step::due).thenComparing(s -> s.order().id));

    Life(World world) {
        this.world = world;
    }

    void start() {
        Thread.ofPlatform().name("life").daemon(false).start(this::run);
    }

    private void run() {
        while (true) {
            try {
                Thread.sleep(TICK_MILLIS);
                world.shops().forEach(this::sell);
                takeSteps();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                e.printStackTrace();
            }
        }
    }

    private void sell(Shop shop) {
        shop.owed += shop.settings().ratePerMinute() * TICK_MILLIS / 60_000;
        for (; shop.owed >= 1; shop.owed--) {
            world.issue(shop, Wish.any());
        }
    }

    synchronized boolean paysAtOnce(Shop shop) {
        return random.nextInt(100) >= shop.settings().unpaidShare();
    }

    /** An unpaid order is paid within the minute or cancelled a while later. */
    void later(Shop shop, SimOrder order) {
        boolean pays = roll(3) != 0;
        Instant due = world.clock().now().plusSeconds(pays ? 5 + roll(50) : 120 + roll(600));
        steps.add(new Step(due, shop, order, pays ? SimOrder.State.PAID : SimOrder.State.CANCELLED));
    }

    private synchronized int roll(int bound) {
        return random.nextInt(bound);
    }

    private void takeSteps() {
        for (Step step = steps.peek();
                step != null && !step.due().isAfter(world.clock().now());
                step = steps.peek()) {
            steps.poll();
            if (step.order().state == SimOrder.State.UNPAID) {
                world.move(step.shop(), step.order(), step.next());
            }
        }
    }
}
