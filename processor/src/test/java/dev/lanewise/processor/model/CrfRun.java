package dev.lanewise.processor.model;

import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.model.GradientSet;
import dev.lanewise.runtime.model.Head;
import dev.lanewise.runtime.model.Network;
import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.model.TaggerType;
import dev.lanewise.runtime.model.Worker;
import dev.lanewise.runtime.testing.CrfReference;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The CRF of a generated model, fed with scores of the test's own in place of the affine layer's. */
final class CrfRun {

    private final ParameterSet parameters;
    private final Network network;
    private final Worker worker;
    private final GradientSet gradients;
    private final int tags;
    private final int[] zeros = new int[64];
    private List<float[][]> emissions = List.of();

    /**
     * Takes a model of {@code @Input(dim = 1)} whose CRF is called crf.
     *
     * @param names the tags, where they are learned
     */
    CrfRun(Model<VectorTagger<Object>> model, List<String> names) {
        TaggerType<Object, VectorTagger<Object>> type = model.taggerType();
        Vocabularies vocabularies = Vocabularies.ofTags(names);
        parameters = new ParameterSet(
                type.spec(), type.sizes(vocabularies, type.heads().of(vocabularies)));
        network = type.maker().network(parameters);
        worker = new Worker(type.spec(), vocabularies, network);
        worker.batch().learn();
        gradients = new GradientSet(parameters);
        tags = names.size();
    }

    /** Sets the scores of neighbouring tags. */
    void chain(float[] start, float[] transitions, float[] end) {
        parameters.get("crf.start_transitions").set(start);
        parameters.get("crf.transitions").set(transitions);
        parameters.get("crf.end_transitions").set(end);
        network.repack();
    }

    /** Runs a batch forward whose affine layer is made to give these scores, {@code [word][tag]}. */
    void forward(List<float[][]> scores) {
        emissions = scores;
        worker.batch().clear();
        scores.forEach(rows -> worker.batch().add(Sequence.of(new float[rows.length][1])));
        worker.forward();
        for (int s = 0; s < scores.size(); s++) {
            for (int t = 0; t < scores.get(s).length; t++) {
                System.arraycopy(scores.get(s)[t], 0, head().scores(), at(s, t), tags);
            }
        }
    }

    Head head() {
        return worker.pass().heads().get(0);
    }

    /** The loss of gold tags, and all gradients. */
    double loss(List<int[]> gold) {
        int[] ids = new int[head().words().rows()];
        for (int s = 0; s < gold.size(); s++) {
            for (int t = 0; t < gold.get(s).length; t++) {
                ids[head().words().row(s, t)] = gold.get(s)[t];
            }
        }
        double loss = head().loss(ids, 1f);
        gradients.clear();
        worker.pass().backward(gradients);
        return loss;
    }

    /** The numeric part of a training step and of tagging, on the last batch, with the first tag as gold. */
    void warm() {
        head().loss(zeros, 1f);
        for (int s = 0; s < head().words().sequences(); s++) {
            worker.decoder().best(head(), s);
        }
    }

    float[] gradient(String tensor) {
        return gradients.get("crf." + tensor).copy();
    }

    /** The gradient of the scores of a sequence, word after word. */
    float[] emissionGradient(int sequence) {
        return rows(sequence, (t, into) -> System.arraycopy(head().gradient(), at(sequence, t), into, 0, tags));
    }

    float[] marginals(int sequence) {
        return rows(sequence, (t, into) -> {
            for (int tag = 0; tag < tags; tag++) {
                into[tag] = head().probability(head().words().row(sequence, t), tag);
            }
        });
    }

    int[] best(int sequence) {
        return Arrays.copyOf(worker.decoder().best(head(), sequence), emissions.get(sequence).length);
    }

    /** The same chain over a sequence's scores, in double precision. */
    CrfReference reference(int sequence) {
        double[] transitions = doubles("crf.transitions");
        double[][] rows = new double[tags][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(transitions, i * tags, (i + 1) * tags));
        return new CrfReference(
                Reference.doubles(emissions.get(sequence)),
                doubles("crf.start_transitions"),
                rows,
                doubles("crf.end_transitions"));
    }

    private double[] doubles(String name) {
        return Reference.doubles(new float[][] {parameters.get(name).copy()})[0];
    }

    private int at(int sequence, int t) {
        return head().words().row(sequence, t) * head().stride();
    }

    private interface Row {
        void read(int t, float[] into);
    }

    private float[] rows(int sequence, Row row) {
        float[][] rows = Stream.generate(() -> new float[tags])
                .limit(emissions.get(sequence).length)
                .toArray(float[][]::new);
        for (int t = 0; t < rows.length; t++) {
            row.read(t, rows[t]);
        }
        return Flat.of(rows);
    }
}
