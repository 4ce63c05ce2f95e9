package dev.lanewise.runtime.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules give the rates of PyTorch's schedulers, which are computed here by the recursions of {@code lr_scheduler.py}. */
final class ScheduleTest {

    private static final int EPOCHS = 10;
    private static final int BATCHES = 7;
    private static final int STEPS = EPOCHS * BATCHES;

    private static List<Double> factors(Schedule schedule, List<Double> metrics) {
        List<Double> factors = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            int epoch = step / BATCHES;
            List<Double> seen = metrics.subList(0, Math.min(epoch, metrics.size()));
            factors.add((double) schedule.factor(new Moment(epoch, EPOCHS, step % BATCHES, BATCHES, seen)));
        }
        return factors;
    }

    private static void assertRates(List<Double> expected, Schedule schedule) {
        assertRates(expected, schedule, List.of());
    }

    private static void assertRates(List<Double> expected, Schedule schedule, List<Double> metrics) {
        List<Double> actual = factors(schedule, metrics);
        for (int step = 0; step < STEPS; step++) {
            assertEquals(expected.get(step), actual.get(step), 1e-6, schedule + " at step " + step);
        }
    }

    /** The rate of each step, from the rates of the epochs. */
    private static List<Double> eachEpoch(List<Double> rates) {
        List<Double> steps = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            steps.add(rates.get(step / BATCHES));
        }
        return steps;
    }

    @Test
    void constantStaysWhereItIs() {
        assertRates(eachEpoch(Collections.nCopies(EPOCHS, 1.0)), Schedule.constant());
    }

    @Test
    void stepIsStepLr() {
        List<Double> rates = new ArrayList<>();
        double rate = 1;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            if (epoch != 0 && epoch % 3 == 0) {
                rate *= 0.3;
            }
            rates.add(rate);
        }
        assertRates(eachEpoch(rates), Schedule.step(3, 0.3f));
    }

    @Test
    void linearIsLinearLrOnceAnEpoch() {
        List<Double> rates = new ArrayList<>();
        double rate = 1;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            if (epoch != 0) {
                // start_factor 1, end_factor 0
                rate *= 1 + (0.0 - 1) / (EPOCHS * 1.0 + (epoch - 1) * (0.0 - 1));
            }
            rates.add(rate);
        }
        assertRates(eachEpoch(rates), Schedule.linear());
    }

    @Test
    void inverseTimeIsLambdaLr() {
        List<Double> rates = new ArrayList<>();
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            rates.add(1 / (1 + 0.05 * epoch));
        }
        assertRates(eachEpoch(rates), Schedule.inverseTime(0.05f));
    }

    /** {@code LinearLR(start_factor=1/W, total_iters=W-1)} for W steps. */
    private static List<Double> warmup(int steps) {
        List<Double> rates = new ArrayList<>();
        double start = 1.0 / steps;
        double rate = start;
        for (int step = 0; step < steps; step++) {
            if (step != 0) {
                rate *= 1 + (1 - start) / ((steps - 1) * start + (step - 1) * (1 - start));
            }
            rates.add(rate);
        }
        return rates;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 14, 20})
    void cosineIsCosineAnnealingLrBehindAWarmUp(int warm) {
        List<Double> rates = warmup(warm);
        int rest = STEPS - warm;
        double rate = 1;
        for (int step = 0; step < rest; step++) {
            if (step != 0) {
                rate *= (1 + Math.cos(Math.PI * step / rest)) / (1 + Math.cos(Math.PI * (step - 1) / rest));
            }
            rates.add(rate);
        }
        assertRates(rates, Schedule.cosine((float) warm / BATCHES));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 14, 20})
    void warmLinearIsTwoLinearLrs(int warm) {
        List<Double> rates = warmup(warm);
        int rest = STEPS - warm;
        double rate = 1;
        for (int step = 0; step < rest; step++) {
            if (step != 0) {
                rate *= 1 - 1.0 / (rest - (step - 1));
            }
            rates.add(rate);
        }
        assertRates(rates, Schedule.linear((float) warm / BATCHES));
    }

    @Test
    void aWarmUpLongerThanTheTrainingOnlyRises() {
        List<Double> rates = factors(Schedule.cosine(2 * EPOCHS), List.of());
        for (int step = 1; step < STEPS; step++) {
            assertTrue(rates.get(step) > rates.get(step - 1));
        }
        assertEquals(0.5, rates.get(STEPS - 1), 1e-6);
    }

    /** A line-by-line reading of {@code ReduceLROnPlateau.step} with mode max and relative threshold. */
    private static final class TorchPlateau {
        private final ReduceOnPlateau config;
        private double rate = 1;
        private double best = Double.NEGATIVE_INFINITY;
        private int numBadEpochs;
        private int cooldownCounter;

        private TorchPlateau(ReduceOnPlateau config) {
            this.config = config;
        }

        private void step(double metric) {
            if (metric > best * (config.threshold() + 1.0)) {
                best = metric;
                numBadEpochs = 0;
            } else {
                numBadEpochs += 1;
            }
            boolean inCooldown = cooldownCounter > 0;
            if (inCooldown) {
                cooldownCounter -= 1;
                numBadEpochs = 0;
            }
            if (numBadEpochs > config.patience()) {
                rate = Math.max(rate * config.factor(), config.floor());
                cooldownCounter = config.cooldown();
                numBadEpochs = 0;
            }
        }
    }

    @Test
    void plateauIsReduceLrOnPlateau() {
        List<Double> metrics = List.of(0.5, 0.5, 0.6, 0.59, 0.60001, 0.55, 0.5, 0.5, 0.7, 0.6);
        for (int patience = 0; patience < 3; patience++) {
            for (int cooldown = 0; cooldown < 3; cooldown++) {
                ReduceOnPlateau schedule = Schedule.reduceOnPlateau(0.3f, patience)
                        .threshold(1e-3f)
                        .cooldown(cooldown)
                        .floor(0.05f);
                TorchPlateau torch = new TorchPlateau(schedule);
                List<Double> rates = new ArrayList<>();
                for (int epoch = 0; epoch < EPOCHS; epoch++) {
                    rates.add(torch.rate);
                    torch.step(metrics.get(epoch));
                }
                assertRates(eachEpoch(rates), schedule, metrics);
                assertTrue(torch.rate < 1);
            }
        }
    }

    @Test
    void wrongNumbersAreNamed() {
        assertMessage("every is 0, but needs to be at least 1", () -> Schedule.step(0, 0.5f));
        assertMessage("factor is 0.0, but needs to be a number above 0", () -> Schedule.step(1, 0f));
        assertMessage("decay is NaN, but needs to be a number not below 0", () -> Schedule.inverseTime(Float.NaN));
        assertMessage("warmup is -1.0, but needs to be a number not below 0", () -> Schedule.cosine(-1));
        assertMessage("warmup is -1.0, but needs to be a number not below 0", () -> Schedule.linear(-1));
        assertMessage(
                "factor is 1.0, but needs to be a number from 0 to below 1", () -> Schedule.reduceOnPlateau(1f, 1));
        assertMessage("patience is -1, but needs to be at least 0", () -> Schedule.reduceOnPlateau(0.1f, -1));
    }

    private static void assertMessage(String message, Executable action) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, action).getMessage());
    }
}
