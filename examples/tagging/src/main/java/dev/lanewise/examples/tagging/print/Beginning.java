package dev.lanewise.examples.tagging.print;

import dev.lanewise.examples.tagging.task.ModelNotes;
import dev.lanewise.examples.tagging.task.Network;
import dev.lanewise.examples.tagging.task.PartsOfSpeech;
import dev.lanewise.examples.tagging.task.Task;
import dev.lanewise.examples.tagging.task.Training;
import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vectors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is about to be learned, as text. */
final class Beginning {

    private Beginning() {}

    /** Task, data and network; parts of speech and vectors on lines of their own. */
    static String text(ModelNotes notes, Training training) {
        String task = String.format(
                Locale.ROOT,
                "task %s, network %s: train %s, dev %s, %s tags%s",
                notes.task(),
                notes.network(),
                size(training.train()),
                size(training.dev()),
                tags(notes.task(), training.train()),
                notes.network() == Network.HMM ? "" : ", " + training.recipe().epochs() + " epochs");
        Vectors vectors = training.vectors();
        return task
                + pos(training.pos())
                + (vectors == null ? "" : System.lineSeparator() + coverage(vectors, training.train()));
    }

    /** How many tags there are, of each head. */
    private static String tags(Task task, List<Example<String>> examples) {
        List<String> counts = new ArrayList<>();
        for (int i = 0; i < Math.max(1, task.heads().size()); i++) {
            int head = i;
            Set<String> tags = new HashSet<>();
            examples.forEach(example -> example.tags().forEach(tag -> tags.add(task.part(tag, head))));
            counts.add("" + tags.size());
        }
        return String.join(" and ", counts);
    }

    private static String pos(@Nullable PartsOfSpeech pos) {
        return pos == null
                ? ""
                : System.lineSeparator() + "parts of speech by " + pos.name() + ", task "
                        + pos.model().notes().task();
    }

    private static String size(List<Example<String>> examples) {
        if (examples.isEmpty()) {
            return "none";
        }
        long words = examples.stream().mapToLong(Example::length).sum();
        return String.format(Locale.ROOT, "%,d sentences (%,d words)", examples.size(), words);
    }

    private static String coverage(Vectors vectors, List<Example<String>> examples) {
        return "vectors "
                + vectors.coverage(() -> examples.stream()
                        .flatMap(example -> example.words().stream())
                        .iterator());
    }
}
