package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.task.TaskModel;
import dev.lanewise.examples.tagging.terminal.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Sentences on their way to standard output: tagged together in groups of bounded size, written in the order they came.
 *
 * @param <S> a sentence as it was read
 */
final class TaggedOutput<S> {

    private static final int SENTENCES = 1024;
    private static final int WORDS = 32_768;

    private final Console console;
    private final TaskModel model;
    private final Function<S, List<String>> words;
    private final BiFunction<S, List<String>, String> write;
    private final List<S> waiting = new ArrayList<>();
    private int waitingWords;

    /**
     * An output.
     *
     * @param words the words of a sentence, maybe none
     * @param write the text of a sentence with its tags
     */
    TaggedOutput(
            Console console,
            TaskModel model,
            Function<S, List<String>> words,
            BiFunction<S, List<String>, String> write) {
        this.console = console;
        this.model = model;
        this.words = words;
        this.write = write;
    }

    /** Takes a sentence; writes those that wait once they are many. */
    void add(S sentence) {
        waiting.add(sentence);
        waitingWords += words.apply(sentence).size();
        if (waiting.size() >= SENTENCES || waitingWords >= WORDS) {
            flush();
        }
    }

    /** Writes the sentences that wait. */
    void flush() {
        List<List<String>> tags = model.tagAll(waiting.stream().map(words).toList());
        for (int i = 0; i < waiting.size(); i++) {
            console.out().print(write.apply(waiting.get(i), tags.get(i)));
        }
        console.flush();
        waiting.clear();
        waitingWords = 0;
    }
}
