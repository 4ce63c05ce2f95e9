package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.LookupKind;
import dev.lanewise.runtime.model.Batch;
import dev.lanewise.runtime.model.FeatureSpec;
import dev.lanewise.runtime.model.GradientSet;
import dev.lanewise.runtime.model.Head;
import dev.lanewise.runtime.model.Init;
import dev.lanewise.runtime.model.ModelMaker;
import dev.lanewise.runtime.model.ModelSpec;
import dev.lanewise.runtime.model.Network;
import dev.lanewise.runtime.model.Packed;
import dev.lanewise.runtime.model.Packing;
import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.model.ParameterSpec.Rows;
import dev.lanewise.runtime.model.Pass;
import dev.lanewise.runtime.model.RecurrentRun;
import dev.lanewise.runtime.model.SoftmaxHead;
import dev.lanewise.runtime.model.TagSet;
import dev.lanewise.runtime.model.TaggerCore;
import dev.lanewise.runtime.model.TaggerType;
import dev.lanewise.runtime.random.CounterRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a generated tagger without an encoder would be: word vectors, an affine layer, log-softmax. Small enough to write by hand. */
final class TinyTagger {

    static final String TABLE = "word_embeddings.weight";
    static final String WEIGHT = "hidden2tag.weight";
    static final String BIAS = "hidden2tag.bias";

    private static final int DIM = 4;

    static final TaggerType<String, TinyTagger> TYPE = new TaggerType<>(
            ModelSpec.of(
                            "Tiny",
                            "@Tagger @Embedding(dim = 4) @Linear",
                            FeatureSpec.ofText().lookup("word_embeddings", LookupKind.WORD, 0, 1, true))
                    .parameter(TABLE, "@Embedding(dim = 4)", 0, Rows.LOOKUP, DIM, DIM, Init.normal())
                    .parameter(WEIGHT, "@Linear", 0, Rows.TAGS, DIM, DIM, Init.fanIn(DIM))
                    .parameter(BIAS, "@Linear", 0, Rows.TAGS, 0, 0, Init.fanIn(DIM))
                    .build(),
            TagSet.learned(),
            new Maker());

    private static final class Maker implements ModelMaker<TaggerCore<String>, TinyTagger> {

        @Override
        public Network network(ParameterSet parameters) {
            return new Net(parameters);
        }

        @Override
        public TinyTagger model(TaggerCore<String> core) {
            return new TinyTagger(core);
        }
    }

    final TaggerCore<String> core;

    private TinyTagger(TaggerCore<String> core) {
        this.core = core;
    }

    static Trainer<String, TinyTagger> trainer() {
        return new Trainer<>(TYPE);
    }

    /** Sentences whose tags follow from the words, but for some that no tagger of single words can get right. */
    static List<Example<String>> examples(long seed, int count) {
        List<Example<String>> examples = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            List<String> words = new ArrayList<>();
            List<String> tags = new ArrayList<>();
            int length = 1 + CounterRandom.below(CounterRandom.key(seed, s, 0), 0, 9);
            for (int t = 0; t < length; t++) {
                int word = CounterRandom.below(CounterRandom.key(seed, s, 1), t, 40);
                boolean odd = CounterRandom.uniform(seed, s, 2, t) < 0.15f;
                words.add("w" + word);
                tags.add("t" + (odd ? 0 : word % 5));
            }
            examples.add(Example.of(words, tags));
        }
        return examples;
    }

    private static final class Net implements Network {
        private final float[] table;
        private final float[] weight;
        private final float[] bias;

        private Net(ParameterSet parameters) {
            table = parameters.values(TABLE);
            weight = parameters.values(WEIGHT);
            bias = parameters.values(BIAS);
        }

        @Override
        public List<Packed> packed() {
            return List.of();
        }

        @Override
        public Pass newPass() {
            return new TinyPass(this);
        }
    }

    private static final class TinyPass implements Pass {
        private final Net net;
        private Batch batch;
        private float[] hidden = {};
        private float[] scores = {};
        private float[] gradient = {};
        private final Head head = new TinyHead();

        private TinyPass(Net net) {
            this.net = net;
        }

        private int tags() {
            return net.bias.length;
        }

        @Override
        public void forward(Batch packed) {
            batch = packed;
            int rows = batch.words().rows();
            hidden = new float[rows * DIM];
            scores = new float[rows * tags()];
            gradient = new float[rows * tags()];
            for (int r = 0; r < rows; r++) {
                System.arraycopy(net.table, batch.ids(0)[r] * DIM, hidden, r * DIM, DIM);
                double sum = 0;
                for (int tag = 0; tag < tags(); tag++) {
                    float score = net.bias[tag];
                    for (int k = 0; k < DIM; k++) {
                        score += net.weight[tag * DIM + k] * hidden[r * DIM + k];
                    }
                    scores[r * tags() + tag] = score;
                    sum += StrictMath.exp(score);
                }
                for (int tag = 0; tag < tags(); tag++) {
                    scores[r * tags() + tag] -= (float) StrictMath.log(sum);
                }
            }
        }

        @Override
        public void backward(GradientSet gradients) {
            float[] weights = gradients.get(WEIGHT).values();
            float[] biases = gradients.get(BIAS).values();
            float[] word = new float[DIM];
            for (int r = 0; r < batch.words().rows(); r++) {
                Arrays.fill(word, 0f);
                float total = 0;
                for (int tag = 0; tag < tags(); tag++) {
                    total += gradient[r * tags() + tag];
                }
                for (int tag = 0; tag < tags(); tag++) {
                    int at = r * tags() + tag;
                    float g = gradient[at] - total * (float) StrictMath.exp(scores[at]);
                    biases[tag] += g;
                    for (int k = 0; k < DIM; k++) {
                        weights[tag * DIM + k] += g * hidden[r * DIM + k];
                        word[k] += g * net.weight[tag * DIM + k];
                    }
                }
                gradients.get(TABLE).addRow(batch.ids(0)[r], word, 0);
            }
        }

        @Override
        public float[] hidden() {
            return hidden;
        }

        @Override
        public int hiddenSize() {
            return DIM;
        }

        @Override
        public int hiddenStride() {
            return DIM;
        }

        @Override
        public float[] hiddenGradient() {
            return new float[0];
        }

        @Override
        public List<Head> heads() {
            return List.of(head);
        }

        @Override
        public float[] inputGradient() {
            return new float[0];
        }

        @Override
        public int inputStride() {
            return 0;
        }

        @Override
        public List<RecurrentRun> runs() {
            return List.of();
        }

        private final class TinyHead extends SoftmaxHead {
            @Override
            public Packing words() {
                return batch.words();
            }

            @Override
            public int tags() {
                return TinyPass.this.tags();
            }

            @Override
            public int stride() {
                return tags();
            }

            @Override
            protected float[] outputs() {
                return scores;
            }

            @Override
            protected void logSoftmax() {
                throw new IllegalStateException("the scores are log-probabilities already");
            }

            @Override
            public float[] gradient() {
                return gradient;
            }

            @Override
            protected float[] zeroGradient() {
                Arrays.fill(gradient, 0f);
                return gradient;
            }
        }
    }
}
