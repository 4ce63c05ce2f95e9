package dev.lanewise.processor.model;

import dev.lanewise.runtime.EncoderState;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.VectorSequence;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import dev.lanewise.runtime.data.WordSequence;
import dev.lanewise.runtime.testing.CrfReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;

/**
 * The models' mathematics once more, in double precision and as plainly as possible, from a state dict alone: the names of its
 * tensors, in order, say which layers there are. Gradients come from central differences.
 */
final class Reference {

    private static final double STEP = 1e-5;
    private static final String HEAD = "hidden2tag";

    private final Map<String, double[]> parameters;
    private final Vocabularies vocabularies;
    private final List<String> encoders;
    private final Masks masks;

    /** What is dropped of a matrix while training. */
    interface Masks {

        /** Nothing. */
        Masks NONE = (sequence, place, rows) -> rows;

        /**
         * Drops numbers.
         *
         * @param sequence the number of the sequence in the batch
         * @param place features, inputN or outputN of layer N of the encoder, stateN of its run N, or head
         * @param rows what is read there, {@code [word][number]}
         */
        double[][] drop(int sequence, String place, double[][] rows);
    }

    /**
     * A model.
     *
     * @param parameters the tensors, row-major, in the order of the state dict; changed for a moment by {@link #derivative}
     */
    Reference(Map<String, double[]> parameters, Vocabularies vocabularies) {
        this(parameters, vocabularies, Masks.NONE);
    }

    /** The same in training, with given dropout masks. */
    Reference(Map<String, double[]> parameters, Vocabularies vocabularies, Masks masks) {
        this.parameters = parameters;
        this.masks = masks;
        this.vocabularies = vocabularies;
        this.encoders = parameters.keySet().stream()
                .filter(name -> name.endsWith("weight_ih_l0") && !name.startsWith("char"))
                .map(name -> name.substring(0, name.length() - "weight_ih_l0".length()))
                .toList();
    }

    /** The derivative of a value by one number. */
    static double derivative(double[] numbers, int index, DoubleSupplier value) {
        double before = numbers[index];
        numbers[index] = before + STEP;
        double above = value.getAsDouble();
        numbers[index] = before - STEP;
        double below = value.getAsDouble();
        numbers[index] = before;
        return (above - below) / (2 * STEP);
    }

    /** The mean, over all words, of the negative log-likelihood of the gold tags. */
    double loss(List<Sequence> batch, List<int[]> gold) {
        return loss(batch, gold, 0);
    }

    /** The same with label smoothing: a share of each word's likelihood is the mean over all tags. */
    double loss(List<Sequence> batch, List<int[]> gold, double smoothing) {
        return loss(batch, gold, smoothing, 0, 0);
    }

    /** The same where the tag {@code outside} counts {@code cost} more on words whose gold tag is another one. */
    double loss(List<Sequence> batch, List<int[]> gold, double smoothing, int outside, double cost) {
        return loss(HEAD, batch, gold, smoothing, outside, cost);
    }

    /** The same of the head whose affine layer has a name; the chain over it, if there is one, is called alike. */
    double loss(String head, List<Sequence> batch, List<int[]> gold, double smoothing, int outside, double cost) {
        String chain = head.replace(HEAD, "crf");
        double sum = 0;
        int words = 0;
        for (int i = 0; i < batch.size(); i++) {
            double[][] scores = affine(head, i, batch.get(i));
            for (int t = 0; t < scores.length; t++) {
                scores[t][outside] += gold.get(i)[t] == outside ? 0 : cost;
            }
            sum += parameters.containsKey(chain + ".transitions")
                    ? chain(chain, scores).loss(gold.get(i))
                    : independent(logSoftmax(scores), gold.get(i), smoothing);
            words += gold.get(i).length;
        }
        return sum / words;
    }

    private static double independent(double[][] scores, int[] gold, double smoothing) {
        double sum = 0;
        for (int t = 0; t < scores.length; t++) {
            double even = Arrays.stream(scores[t]).average().getAsDouble();
            sum -= (1 - smoothing) * scores[t][gold[t]] + smoothing * even;
        }
        return sum;
    }

    private CrfReference chain(String name, double[][] scores) {
        double[] start = parameters.get(name + ".start_transitions");
        double[][] transitions = new double[start.length][];
        Arrays.setAll(transitions, i -> row(name + ".transitions", start.length, i));
        return new CrfReference(scores, start, transitions, parameters.get(name + ".end_transitions"));
    }

    /** Log-probabilities, {@code [word][tag]}. */
    double[][] scores(Sequence sequence) {
        return logSoftmax(affine(HEAD, 0, sequence));
    }

    private double[][] affine(String head, int number, Sequence sequence) {
        double[][] inputs = masks.drop(number, "features", features(sequence));
        double[][] encoded = encode(number, inputs, new double[0][], new double[0][]);
        return linear(head, masks.drop(number, "head", encoded));
    }

    private static double[][] logSoftmax(double[][] scores) {
        for (double[] row : scores) {
            double max = Arrays.stream(row).max().getAsDouble();
            double sum = Arrays.stream(row).map(score -> Math.exp(score - max)).sum();
            double shift = max + Math.log(sum);
            Arrays.setAll(row, tag -> row[tag] - shift);
        }
        return scores;
    }

    /**
     * The last layer's hidden states.
     *
     * @param inputs {@code [time][size]}
     * @param hidden the states to start from, {@code [run][hidden]}; empty for zeros
     * @param cell the same
     */
    double[][] encode(double[][] inputs, double[][] hidden, double[][] cell) {
        return encode(0, inputs, hidden, cell);
    }

    /** The same of one sequence of a batch. */
    double[][] encode(int number, double[][] inputs, double[][] hidden, double[][] cell) {
        double[][] x = inputs;
        int run = 0;
        int depth = 0;
        for (String prefix : encoders) {
            for (int layer = 0; parameters.containsKey(prefix + "weight_ih_l" + layer); layer++) {
                double[][] outputs = new double[x.length][0];
                x = masks.drop(number, "input" + depth, x);
                for (String direction : directions(prefix, layer)) {
                    double[] h = hidden.length == 0 ? null : hidden[run];
                    double[] c = cell.length == 0 ? null : cell[run];
                    String state = "state" + run++;
                    UnaryOperator<double[]> drop = row -> masks.drop(number, state, new double[][] {row})[0];
                    outputs = joined(outputs, recurrent(prefix, "_l" + layer + direction, x, h, c, drop));
                }
                x = masks.drop(number, "output" + depth, outputs);
                depth++;
            }
        }
        return x;
    }

    static double[][] doubles(float[][] rows) {
        return Arrays.stream(rows)
                .map(row -> {
                    double[] copy = new double[row.length];
                    Arrays.setAll(copy, i -> row[i]);
                    return copy;
                })
                .toArray(double[][]::new);
    }

    static EncoderState state(double[][] hidden, double[][] cell) {
        return EncoderState.of(floats(hidden), floats(cell));
    }

    static float[][] floats(double[][] rows) {
        return Arrays.stream(rows)
                .map(row -> {
                    float[] copy = new float[row.length];
                    for (int i = 0; i < row.length; i++) {
                        copy[i] = (float) row[i];
                    }
                    return copy;
                })
                .toArray(float[][]::new);
    }

    private double[][] features(Sequence sequence) {
        if (sequence instanceof VectorSequence dense) {
            return doubles(dense.vectors());
        }
        List<String> words = ((WordSequence) sequence).words();
        double[][] features = new double[words.size()][0];
        for (String name : parameters.keySet()) {
            if (TableKeys.isTable(name)) {
                String table = name.substring(0, name.indexOf('.'));
                Vocabulary vocabulary = vocabularies.get(table);
                features = joined(
                        features,
                        words.stream()
                                .map(word -> vocabulary.id(TableKeys.key(table, word)))
                                .map(id -> row(name, vocabulary.size(), id))
                                .toArray(double[][]::new));
            } else if (name.matches("char\\d*_embeddings.weight")) {
                String stem = name.substring(0, name.indexOf('_'));
                features = joined(
                        features,
                        words.stream().map(word -> characters(stem, word)).toArray(double[][]::new));
            }
        }
        return features;
    }

    private double[] characters(String stem, String word) {
        Vocabulary characters = vocabularies.get(stem + "_embeddings");
        double[][] x = word.codePoints()
                .map(characters::characterId)
                .mapToObj(id -> row(stem + "_embeddings.weight", characters.size(), id))
                .toArray(double[][]::new);
        return parameters.containsKey(stem + "_cnn.weight") ? maxima(stem + "_cnn", x) : lastStates(stem, x);
    }

    private double[] lastStates(String stem, double[][] x) {
        double[][] last = new double[1][0];
        for (String direction : directions(stem + "_lstm.", 0)) {
            double[][] hidden = lstm(stem + "_lstm.", "_l0" + direction, x, null, null, row -> row);
            last = joined(last, new double[][] {hidden[direction.isEmpty() ? x.length - 1 : 0]});
        }
        return parameters.containsKey(stem + "_h2t.weight") ? linear(stem + "_h2t", last)[0] : last[0];
    }

    /** What {@code nn.Conv1d(padding = width / 2)} gives, the largest over all positions. */
    private double[] maxima(String name, double[][] x) {
        double[] weight = parameters.get(name + ".weight");
        double[] bias = parameters.get(name + ".bias");
        int inputs = x[0].length;
        int width = weight.length / bias.length / inputs;
        double[] largest = new double[bias.length];
        Arrays.fill(largest, Double.NEGATIVE_INFINITY);
        for (int from = -(width / 2); from + width <= x.length + width / 2; from++) {
            for (int filter = 0; filter < bias.length; filter++) {
                double sum = bias[filter];
                for (int k = Math.max(0, -from); k < width && from + k < x.length; k++) {
                    for (int i = 0; i < inputs; i++) {
                        sum += weight[(filter * inputs + i) * width + k] * x[from + k][i];
                    }
                }
                largest[filter] = Math.max(largest[filter], sum);
            }
        }
        return largest;
    }

    private List<String> directions(String prefix, int layer) {
        boolean both = parameters.containsKey(prefix + "weight_ih_l" + layer + "_reverse");
        return both ? List.of("", "_reverse") : List.of("");
    }

    private double[][] recurrent(
            String prefix, String suffix, double[][] x, double[] h0, double[] c0, UnaryOperator<double[]> drop) {
        int rows = parameters.get(prefix + "bias_hh" + suffix).length;
        int units = parameters.get(prefix + "weight_hh" + suffix).length / rows;
        return rows == 3 * units ? gru(prefix, suffix, x, h0, drop) : lstm(prefix, suffix, x, h0, c0, drop);
    }

    private double[][] gru(String prefix, String suffix, double[][] x, double[] h0, UnaryOperator<double[]> drop) {
        double[] weightIh = parameters.get(prefix + "weight_ih" + suffix);
        double[] weightHh = parameters.get(prefix + "weight_hh" + suffix);
        double[] biasIh = parameters.get(prefix + "bias_ih" + suffix);
        double[] biasHh = parameters.get(prefix + "bias_hh" + suffix);
        int units = biasIh.length / 3;
        double[] h = h0 == null ? new double[units] : h0;
        double[][] hidden = new double[x.length][];
        for (int step = 0; step < x.length; step++) {
            int t = suffix.endsWith("_reverse") ? x.length - 1 - step : step;
            double[] before = drop.apply(h);
            double[] next = new double[units];
            for (int u = 0; u < units; u++) {
                int z = units + u;
                int n = 2 * units + u;
                double reset =
                        sigmoid(biasIh[u] + product(weightIh, u, x[t]) + biasHh[u] + product(weightHh, u, before));
                double update =
                        sigmoid(biasIh[z] + product(weightIh, z, x[t]) + biasHh[z] + product(weightHh, z, before));
                double candidate = Math.tanh(
                        biasIh[n] + product(weightIh, n, x[t]) + reset * (biasHh[n] + product(weightHh, n, before)));
                next[u] = (1 - update) * candidate + update * h[u];
            }
            h = next;
            hidden[t] = h;
        }
        return hidden;
    }

    private double[][] lstm(
            String prefix, String suffix, double[][] x, double[] h0, double[] c0, UnaryOperator<double[]> drop) {
        double[] weightIh = parameters.get(prefix + "weight_ih" + suffix);
        double[] weightHh = parameters.get(prefix + "weight_hh" + suffix);
        double[] biasIh = parameters.get(prefix + "bias_ih" + suffix);
        double[] biasHh = parameters.get(prefix + "bias_hh" + suffix);
        int units = biasIh.length / 4;
        double[] h = h0 == null ? new double[units] : h0;
        double[] c = c0 == null ? new double[units] : c0.clone();
        double[][] hidden = new double[x.length][];
        for (int step = 0; step < x.length; step++) {
            int t = suffix.endsWith("_reverse") ? x.length - 1 - step : step;
            double[] gates = new double[4 * units];
            double[] before = drop.apply(h);
            for (int g = 0; g < gates.length; g++) {
                gates[g] = biasIh[g] + biasHh[g] + product(weightIh, g, x[t]) + product(weightHh, g, before);
            }
            double[] next = new double[units];
            for (int u = 0; u < units; u++) {
                c[u] = sigmoid(gates[units + u]) * c[u] + sigmoid(gates[u]) * Math.tanh(gates[2 * units + u]);
                next[u] = sigmoid(gates[3 * units + u]) * Math.tanh(c[u]);
            }
            h = next;
            hidden[t] = h;
        }
        return hidden;
    }

    private double[][] linear(String name, double[][] x) {
        double[] weight = parameters.get(name + ".weight");
        double[] bias = parameters.get(name + ".bias");
        double[][] y = new double[x.length][bias.length];
        for (int t = 0; t < x.length; t++) {
            for (int i = 0; i < bias.length; i++) {
                y[t][i] = bias[i] + product(weight, i, x[t]);
            }
        }
        return y;
    }

    private static double product(double[] matrix, int row, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += matrix[row * x.length + i] * x[i];
        }
        return sum;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private double[] row(String table, int rows, int row) {
        double[] values = parameters.get(table);
        int columns = values.length / rows;
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    private static double[][] joined(double[][] left, double[][] right) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < left.length; i++) {
            double[] row = Arrays.copyOf(left[i], left[i].length + right[i].length);
            System.arraycopy(right[i], 0, row, left[i].length, right[i].length);
            rows.add(row);
        }
        return rows.toArray(double[][]::new);
    }
}
