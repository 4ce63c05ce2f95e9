package dev.lanewise.processor.model;

import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.model.TaggerCore;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A main class that prints how many bytes a warm pass over words of very many characters allocates, in a model that reads no
 * characters; {@link ChildJvmAllocationTest} runs it.
 */
final class LongAllocations {

    private static final int WORDS = 40;
    private static final int CHARACTERS = 1000;
    private static final List<Object> TAGS = List.copyOf(Sentences.names(5));

    private LongAllocations() {}

    static Source<TextTagger<Object>> source() {
        return Source.learned("WarmLong", "@Embedding(dim = 5) @Lstm(hidden = 6) @Linear");
    }

    /** Scores until nothing is allocated any more. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Model<TextTagger<Object>> type = new Model<>(Class.forName(source().modelName()));
        TextTagger<Object> model = type.<Object>trainer()
                .session(Sentences.tagged(Sentences.many(11, 4), TAGS))
                .model();
        TaggerCore<Object> core = type.core(model).withWordCache(0);
        Sequence sequence = Sequence.of(IntStream.range(0, WORDS)
                .mapToObj(i -> (i + "x").repeat(CHARACTERS))
                .toList());
        float[][] into = new float[WORDS][TAGS.size()];
        Allocations.print("scores of long words", () -> core.scores(sequence, into));
    }
}
