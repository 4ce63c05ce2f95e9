package dev.lanewise.processor.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.hmm.HmmTrainer;
import dev.lanewise.runtime.train.EncoderSession;
import dev.lanewise.runtime.train.Initializer;
import dev.lanewise.runtime.train.Session;
import dev.lanewise.runtime.train.Sgd;
import dev.lanewise.runtime.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Runs the model of a random declaration: one pass back, one look at the gradients, and every method of the interface. */
final class Probe {
    private final Generated model;
    private final Data data;

    Probe(Class<?> type, Declaration declaration) {
        model = new Generated(type);
        data = new Data(model, declaration);
    }

    /** Runs it; the gradients, so that twins can be compared. Throws what goes wrong. */
    List<float[]> run() {
        if (model.has("session", Initializer.class, dev.lanewise.runtime.train.Optimizer.class)) {
            return encoder();
        }
        Object trainer = model.call(null, "trainer");
        if (trainer instanceof HmmTrainer<?, ?> hmm) {
            calls(hmm(hmm));
            return List.of();
        }
        return tagger((Trainer<?, ?>) trainer);
    }

    @SuppressWarnings("unchecked") // the tags come from the model's own declaration
    private <T> Object hmm(HmmTrainer<T, ?> trainer) {
        return trainer.fit((List<Example<T>>) (List<?>) data.examples());
    }

    @SuppressWarnings("unchecked") // the tags come from the model's own declaration
    private <T> List<float[]> tagger(Trainer<T, ?> trainer) {
        List<Example<T>> examples = (List<Example<T>>) (List<?>) data.examples();
        Session<T, ?> session = trainer.initializer(Initializer.pytorch(5)).session(examples);
        List<Sequence> sequences = examples.stream().map(Example::sequence).toList();
        List<List<T>> tags = examples.stream().map(Example::tags).toList();
        session.eval();
        session.zeroGrad();
        session.forward(sequences);
        session.loss(tags);
        session.backward();
        List<String> names = session.parameterNames();
        List<float[]> gradients = names.stream().map(session::gradient).toList();
        Slope.check(names.stream().map(session::parameter).toList(), gradients, parameters -> {
            for (int i = 0; i < parameters.size(); i++) {
                session.parameter(names.get(i), parameters.get(i));
            }
            session.forward(sequences);
            return session.loss(tags);
        });
        calls(session.model());
        return gradients;
    }

    private List<float[]> encoder() {
        EncoderSession<?> session =
                (EncoderSession<?>) model.call(null, "session", Initializer.pytorch(5), Sgd.learningRate(0.1f));
        List<float[][]> inputs = data.vectors();
        session.eval();
        session.zeroGrad();
        List<float[][]> weights = weights(session.forward(inputs));
        session.backward(weights);
        List<String> names = session.parameterNames();
        List<float[]> gradients = names.stream().map(session::gradient).toList();
        Slope.check(names.stream().map(session::parameter).toList(), gradients, parameters -> {
            for (int i = 0; i < parameters.size(); i++) {
                session.parameter(names.get(i), parameters.get(i));
            }
            return weighted(session.forward(inputs), weights);
        });
        calls(session.model());
        return gradients;
    }

    private static List<float[][]> weights(List<float[][]> outputs) {
        Random random = new Random(3);
        List<float[][]> weights = new ArrayList<>();
        for (float[][] rows : outputs) {
            float[][] some = new float[rows.length][rows[0].length];
            for (float[] row : some) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = random.nextFloat() - 0.5f;
                }
            }
            weights.add(some);
        }
        return weights;
    }

    private static double weighted(List<float[][]> outputs, List<float[][]> weights) {
        double sum = 0;
        for (int s = 0; s < outputs.size(); s++) {
            for (int t = 0; t < outputs.get(s).length; t++) {
                for (int i = 0; i < outputs.get(s)[t].length; i++) {
                    sum += (double) outputs.get(s)[t][i] * weights.get(s)[t][i];
                }
            }
        }
        return sum;
    }

    /** What a list, stream or iterable gives second, after all of it was read; null if there is none. */
    private static Object second(Object many) {
        List<Object> all = new ArrayList<>();
        if (many instanceof Iterable<?> iterable) {
            iterable.forEach(all::add);
        } else if (many instanceof Stream<?> stream) {
            stream.forEach(all::add);
        }
        return all.size() < 2 ? null : all.get(1);
    }

    /** Calls every method that the interface demands: the same results from those that say the same. */
    private void calls(Object made) {
        List<?> sentence = data.sentences().get(0);
        Object one = data.argument(0);
        List<Object> all = List.of(data.argument(1), one, data.argument(2));
        Object tags = model.callIfThere(made, "tag", one);
        Object listed = model.callIfThere(made, "tagAll", all);
        Object streamed = model.callIfThere(made, "tagAll", all.stream());
        if (tags instanceof List<?> list) {
            assertEquals(sentence.size(), list.size(), "number of tags");
            Object second = second(listed != null ? listed : streamed);
            if (second instanceof List<?>) {
                assertEquals(list, second, "the same sentence in a batch");
            }
        }
        String ofScores = "scores" + data.ofHead();
        float[][] scores = (float[][]) model.callIfThere(made, ofScores, one);
        int columns = scores == null ? 400 : scores[0].length;
        float[][] into = new float[sentence.size()][columns];
        model.callIfThere(made, ofScores, one, into);
        if (scores != null && model.has(ofScores, model.parameters(ofScores, 2))) {
            assertArrayEquals(scores, into, "scores into an array");
        }
        model.callIfThere(made, "nBest" + data.ofHead(), one, 3);
        model.callIfThere(made, "encode", one);
        model.callIfThere(made, "encode", one, new float[sentence.size()][400]);
        model.call(made, "info");
    }
}
