package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.task.Task;
import picocli.CommandLine.Option;

/** What is to be learned. */
final class TaskOption {

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description =
                    "What to learn: pos and xpos, parts of speech, and pos+xpos, both with one model; tags, any other tags of words; ner, entities,"
                            + " and chunk, chunks: both in any of IO, IOB1, BIO and BIOES, learned as BIO. Default: pos.")
    private Task task = Task.POS;

    Task task() {
        return task;
    }
}
