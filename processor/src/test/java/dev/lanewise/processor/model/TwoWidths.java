package dev.lanewise.processor.model;

import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.model.TaggerCore;
import java.util.ArrayList;
import java.util.List;

/**
 * Two models, one of which has vectors of 8 numbers at most. As a main class it makes them compute until their vector twins would
 * run, and prints how many bytes warm scores of each allocate then; {@link ChildJvmAllocationTest} runs it.
 */
enum TwoWidths {
    NARROW("@Embedding(dim = 5) @Lstm(hidden = 6) @Linear", 600_000),
    WIDE("@Embedding(dim = 20) @Lstm(hidden = 40) @Linear", 100_000);

    static final int WORDS = 100;
    private static final List<Object> TAGS = List.copyOf(Sentences.names(5));

    private final String layers;
    private final int youth;

    TwoWidths(String layers, int youth) {
        this.layers = layers;
        this.youth = youth;
    }

    Source<TextTagger<Object>> source() {
        return Source.learned("Width" + ordinal(), layers);
    }

    /**
     * Scores with one model after the other, then measures both.
     *
     * @param arguments their names, in the order in which they begin
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        List<Runnable> warm = new ArrayList<>();
        for (String name : arguments) {
            TwoWidths model = valueOf(name);
            Runnable scores = model.scores();
            for (int words = 0; words < model.youth; words += WORDS) {
                scores.run();
            }
            warm.add(scores);
        }
        for (int i = 0; i < arguments.length; i++) {
            Allocations.print(arguments[i], warm.get(i));
        }
    }

    private Runnable scores() throws ReflectiveOperationException {
        Model<TextTagger<Object>> type = new Model<>(Class.forName(source().modelName()));
        TextTagger<Object> model = type.<Object>trainer()
                .session(Sentences.tagged(Sentences.many(11, 4), TAGS))
                .model();
        TaggerCore<Object> core = type.core(model).withWordCache(0);
        Sequence sequence = Sequence.of(List.copyOf(Sentences.names(WORDS)));
        float[][] into = new float[WORDS][TAGS.size()];
        return () -> core.scores(sequence, into);
    }
}
