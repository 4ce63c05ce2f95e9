package dev.lanewise.examples.soak;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.train.Adam;
import dev.lanewise.runtime.train.EpochReport;
import dev.lanewise.runtime.train.Trainer;
import dev.lanewise.runtime.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The two long runs.
 *
 * @param log is told each line of the tables as soon as it is known
 */
record Soak(Consumer<String> log) {
    private static final int EXAMPLES = 300;

    /**
     * Tags with several threads.
     *
     * @param minutes how many stretches
     * @param millis how long one is
     * @param errors is told how many results were wrong
     */
    List<Minute> tag(int minutes, long millis, int threads, Consumer<Long> errors) throws InterruptedException {
        List<Minute> all = new ArrayList<>();
        SoakTaggerModel model = trainer(2).fit(new Text(1).examples(EXAMPLES));
        log.accept(Minute.heading());
        try (Load load = new Load(model, threads)) {
            for (int number = 1; number <= minutes; number++) {
                double cpu = Process.cpuSeconds();
                double begin = Process.seconds();
                load.words();
                Thread.sleep(millis);
                long words = load.words();
                double seconds = Process.seconds() - begin;
                double cpuSeconds = Process.cpuSeconds() - cpu;
                Minute minute = new Minute(number, words, seconds, cpuSeconds, Process.heldMegabytes());
                log.accept(minute.row());
                all.add(minute);
            }
            errors.accept(load.errors());
        }
        return all;
    }

    /** Trains, with development data; gives the megabytes of the heap that are in use after each epoch and a collection. */
    List<Double> train(int epochs) {
        List<Double> held = new ArrayList<>();
        List<Example<String>> examples = new Text(2).examples(EXAMPLES);
        log.accept("epoch,loss,heap_after_gc_mb");
        trainer(epochs)
                .development(new Text(3).examples(EXAMPLES / 10))
                .listener(new TrainingListener() {
                    @Override
                    public void epoch(EpochReport report) {
                        held.add(Process.heldMegabytes());
                        log.accept(report.epoch() + "," + report.loss() + "," + held.get(held.size() - 1));
                    }
                })
                .fit(examples);
        return held;
    }

    private static Trainer<String, SoakTaggerModel> trainer(int epochs) {
        return SoakTaggerModel.trainer()
                .optimizer(Adam.learningRate(0.002f))
                .averageWeights(0.99f)
                .epochs(epochs)
                .batchSize(16)
                .threads(2)
                .seed(1);
    }
}
