package dev.lanewise.processor.model;

import dev.lanewise.processor.model.TwoHeads.Tags;
import dev.lanewise.processor.model.TwoHeads.Upos;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.model.GradientSet;
import dev.lanewise.runtime.model.Head;
import dev.lanewise.runtime.model.Heads;
import dev.lanewise.runtime.model.Network;
import dev.lanewise.runtime.model.ParameterSet;
import dev.lanewise.runtime.model.TaggerCore;
import dev.lanewise.runtime.model.TaggerType;
import dev.lanewise.runtime.model.Worker;
import dev.lanewise.runtime.train.Adam;
import dev.lanewise.runtime.train.Initializer;
import java.util.List;

/** A main class that prints what warm steps of a tagger with two heads allocate; {@link ChildJvmHeadAllocationTest} runs it. */
final class HeadAllocations {

    private static final List<Tags> TAGS = List.of(new Tags(Upos.A, "x"), new Tags(Upos.B, "y"), new Tags(Upos.E, "z"));

    private HeadAllocations() {}

    static Source<TwoHeads> source() {
        return Source.heads(
                "WarmHeads",
                TwoHeads.class,
                "@Embedding(dim = 20) @CharLstm(embedding = 7, hidden = 9) @Lstm(hidden = 17, bidirectional = true)"
                        + " @Linear(of = \"upos\", weight = 0.5f) @Linear(of = \"xpos\") @Crf(of = \"xpos\")");
    }

    /** Runs scores of one head, then steps of training with both, until the compilers are done. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Model<TwoHeads> model = new Model<>(Class.forName(source().modelName()));
        List<Example<Tags>> examples = Sentences.tagged(Sentences.many(11, 4), TAGS);
        TwoHeads tagger = model.<Tags>trainer().session(examples).model();
        Sequence sequence = examples.get(3).sequence();
        TaggerCore<String> xpos = model.<Tags>core(tagger).head(1);
        float[][] into = new float[sequence.length()][TAGS.size()];
        Allocations.print("scores of a head", () -> xpos.scores(sequence, into));
        step(model.taggerType(), model.<Tags>core(tagger).vocabularies(), examples);
    }

    private static void step(TaggerType<Tags, TwoHeads> type, Vocabularies vocabularies, List<Example<Tags>> examples) {
        Heads<Tags> heads = type.heads().of(vocabularies);
        ParameterSet parameters = new ParameterSet(type.spec(), type.sizes(vocabularies, heads));
        Initializer.pytorch(1).fill(parameters);
        Network network = type.maker().network(parameters);
        Worker worker = new Worker(type.spec(), vocabularies, network);
        worker.batch().learn();
        GradientSet gradients = new GradientSet(parameters);
        Adam.State optimizer = Adam.learningRate(0.001f).start(gradients);
        int[] gold = new int[examples.stream().mapToInt(Example::length).sum()];
        Allocations.print("training step of two heads", () -> {
            gradients.clear();
            worker.batch().clear();
            for (int i = 0; i < examples.size(); i++) {
                worker.batch().add(examples.get(i).sequence());
            }
            worker.forward();
            List<Head> all = worker.pass().heads();
            for (int i = 0; i < all.size(); i++) {
                all.get(i).loss(gold, heads.types().get(i).weight() / gold.length);
            }
            worker.pass().backward(gradients);
            optimizer.step(0.001f);
            network.repack();
        });
    }
}
