package dev.lanewise.runtime.train;

/** The schedules that look at the time alone; transcendental functions are StrictMath's, the same bits on every machine. */
final class Schedules {

    private Schedules() {}

    record Constant() implements Schedule {
        @Override
        public float factor(Moment moment) {
            return 1f;
        }
    }

    record Linear() implements Schedule {
        @Override
        public float factor(Moment moment) {
            return 1f - (float) moment.epoch() / moment.epochs();
        }
    }

    record Step(int every, float factor) implements Schedule {
        Step {
            Ranges.atLeastOne("every", every);
            Ranges.positive("factor", factor);
        }

        @Override
        public float factor(Moment moment) {
            return (float) StrictMath.pow(factor, moment.epoch() / every);
        }
    }

    record InverseTime(float decay) implements Schedule {
        InverseTime {
            Ranges.notNegative("decay", decay);
        }

        @Override
        public float factor(Moment moment) {
            return (float) (1 / (1 + (double) decay * moment.epoch()));
        }
    }

    record WarmLinear(float warmup) implements Schedule {
        WarmLinear {
            Ranges.notNegative("warmup", warmup);
        }

        @Override
        public float factor(Moment moment) {
            return moment.done() < warmup ? rise(moment, warmup) : (float) (1 - fallen(moment, warmup));
        }
    }

    record Cosine(float warmup) implements Schedule {
        Cosine {
            Ranges.notNegative("warmup", warmup);
        }

        @Override
        public float factor(Moment moment) {
            return moment.done() < warmup
                    ? rise(moment, warmup)
                    : (float) ((1 + StrictMath.cos(Math.PI * fallen(moment, warmup))) / 2);
        }
    }

    private static float rise(Moment moment, float warmup) {
        return (float) Math.min(1, moment.doneAfter() / warmup);
    }

    /** Which part of the time after the warm-up is over. */
    private static double fallen(Moment moment, float warmup) {
        return (moment.done() - warmup) / (moment.epochs() - (double) warmup);
    }
}
