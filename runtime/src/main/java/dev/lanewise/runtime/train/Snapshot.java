package dev.lanewise.runtime.train;

import dev.lanewise.runtime.file.SafeTensors;
import dev.lanewise.runtime.file.Tensor;
import dev.lanewise.runtime.file.TensorFile;
import dev.lanewise.runtime.model.Parameter;
import dev.lanewise.runtime.model.ParameterSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of a training on its way to a file or back: every part has one method that names its numbers, and they are copied
 * in the one direction or the other. Arrays of integers and doubles go through texts or through floats that hold them exactly.
 */
abstract class Snapshot {

    /** A whole number. */
    abstract long number(String key, long value);

    /**
     * A whole number that cannot be just any.
     *
     * @param most the largest one, 0 being the smallest
     * @throws IllegalArgumentException if what was written is out of range
     */
    final long number(String key, long value, long most) {
        long number = number(key, value);
        if (number < 0 || number > most) {
            throw new IllegalArgumentException(key + " is " + number + ", which is not from 0 to " + most);
        }
        return number;
    }

    /** A number, to the bit. */
    abstract double number(String key, double value);

    /** Numbers, to the bit; at most so many. */
    abstract List<Double> numbers(String key, List<Double> values, int most);

    /** Copies an array that lies beside the rows of a parameter that are learned, padded as they are. */
    abstract void beside(String prefix, Parameter parameter, float[] padded);

    /** Copies one small number for each row of a parameter that is learned. */
    abstract void rows(String prefix, Parameter parameter, int[] values);

    /** Copies weights; those of rows that are not learned are what the training began with. */
    final void weights(String prefix, ParameterSet parameters) {
        for (Parameter parameter : parameters.all()) {
            beside(prefix, parameter, parameter.values());
        }
    }

    /** Copies arrays that lie beside the parameters of a set. */
    final void beside(String prefix, ParameterSet parameters, float[][] arrays) {
        for (int p = 0; p < arrays.length; p++) {
            if (arrays[p].length > 0) {
                beside(prefix, parameters.all().get(p), arrays[p]);
            }
        }
    }

    /** Collects what is to be written. */
    static final class Writing extends Snapshot {
        private final Map<String, String> texts;
        private final List<Tensor> tensors = new ArrayList<>();

        Writing(Map<String, String> texts) {
            this.texts = new LinkedHashMap<>(texts);
        }

        SafeTensors content() {
            return SafeTensors.of(texts, tensors);
        }

        @Override
        long number(String key, long value) {
            texts.put(key, Long.toString(value));
            return value;
        }

        @Override
        double number(String key, double value) {
            texts.put(key, Double.toHexString(value));
            return value;
        }

        @Override
        List<Double> numbers(String key, List<Double> values, int most) {
            texts.put(
                    key,
                    String.join(" ", values.stream().map(Double::toHexString).toList()));
            return values;
        }

        @Override
        void beside(String prefix, Parameter parameter, float[] padded) {
            tensors.add(
                    new Tensor(prefix + parameter.name(), parameter.learnedShape(), parameter.unpadLearned(padded)));
        }

        @Override
        void rows(String prefix, Parameter parameter, int[] values) {
            float[] floats = new float[values.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = values[i];
            }
            tensors.add(Tensor.of(prefix + parameter.name(), floats, values.length));
        }
    }

    /** Gives back what was written. */
    static final class Reading extends Snapshot {
        /** More characters than {@link Double#toHexString} gives, and a space. */
        private static final int LONGEST = 32;

        private final TensorFile content;

        Reading(TensorFile content) {
            this.content = content;
        }

        private String text(String key, long longest) {
            int most = (int) Math.min(longest, Integer.MAX_VALUE - 1);
            String text = content.text(key, most + 1)
                    .orElseThrow(() -> new IllegalArgumentException("its metadata lacks " + key));
            if (text.length() > most) {
                throw new IllegalArgumentException("its metadata " + key + " has more than " + most + " characters");
            }
            return text;
        }

        @Override
        long number(String key, long value) {
            return Long.parseLong(text(key, LONGEST));
        }

        @Override
        double number(String key, double value) {
            return Double.parseDouble(text(key, LONGEST));
        }

        @Override
        List<Double> numbers(String key, List<Double> values, int most) {
            String text = text(key, (long) LONGEST * most);
            return text.isEmpty()
                    ? List.of()
                    : Arrays.stream(text.split(" ")).map(Double::valueOf).toList();
        }

        @Override
        void beside(String prefix, Parameter parameter, float[] padded) {
            int rows = parameter.learnedRows();
            content.read(prefix + parameter.name(), rows, parameter.columns(), padded, parameter.stride());
        }

        @Override
        void rows(String prefix, Parameter parameter, int[] values) {
            float[] floats = new float[values.length];
            content.read(prefix + parameter.name(), 1, floats.length, floats, floats.length);
            Arrays.setAll(values, i -> (int) floats[i]);
        }
    }
}
