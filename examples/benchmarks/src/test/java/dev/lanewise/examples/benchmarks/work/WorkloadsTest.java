package dev.lanewise.examples.benchmarks.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.examples.benchmarks.jmh.WorkloadBenchmark;
import dev.lanewise.examples.benchmarks.model.ToyTagger.Tag;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;

final class WorkloadsTest {

    @Test
    void jmhKnowsEveryWorkload() throws NoSuchFieldException {
        Param param = WorkloadBenchmark.class.getField("workload").getAnnotation(Param.class);
        assertEquals(new HashSet<>(Workloads.synthetic()), new HashSet<>(List.of(param.value())));
    }

    @Test
    void operationsOfAWordAreThoseOfItsProducts() {
        assertEquals(475_648, TextModel.words().flops());
        assertEquals(758_048, TextModel.characters().flops());
        assertEquals(4_194_304, Flops.lstm(Wide.SIZE, Wide.SIZE));
    }

    @Test
    void wordsOfABatchAreDifferentAndTheSameInEveryRun() {
        Text text = Text.ofWords(2_000);
        Text.Batch batch = text.batches(2, 32, Text.LENGTH).get(1);
        List<String> words = batch.sentences().stream().flatMap(List::stream).toList();
        assertEquals(800, new HashSet<>(words).size());
        assertEquals(batch.sentences(), text.batches(2, 32, Text.LENGTH).get(1).sentences());
        assertEquals(
                100,
                text.vocabulary().stream()
                        .flatMapToInt(String::codePoints)
                        .distinct()
                        .count());
    }

    @Test
    void theToyLearnsItsSentence() {
        assertEquals(
                List.of(Tag.DET, Tag.NN, Tag.V, Tag.DET, Tag.NN),
                Workloads.named("w1.tag").prepare().get());
    }

    @Test
    void namesAreChosenByPrefix() {
        assertEquals(List.of("w2.tag.b1", "w2.tag.b32"), Workloads.names(List.of("w2.tag")));
        assertEquals(Workloads.synthetic(), Workloads.names(List.of()));
        String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> Workloads.names(List.of("w2", "w9")))
                        .getMessage());
        assertTrue(message.startsWith("no workload w9; there are w1.train, "), message);
    }
}
