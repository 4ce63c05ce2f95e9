package dev.lanewise.examples.tagging.command;

import dev.lanewise.examples.tagging.task.Network;
import dev.lanewise.examples.tagging.task.Task;
import dev.lanewise.examples.tagging.terminal.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which network learns the task, for comparisons. */
final class NetworkOptions {

    /** How tags are chosen. */
    enum Decoder {
        /** Word by word. */
        SOFTMAX,
        /** The best tagging by transitions that are counted. */
        VITERBI,
        /** The best tagging by transitions that are trained. */
        CRF,
        /** A hidden Markov model in the place of the network. */
        HMM;

        boolean goesWith(Task task) {
            return !task.spans() || this == CRF || this == HMM;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far a network is built up. */
    enum Step {
        /** An LSTM over the words. */
        WORDS(Network.STEP_WORDS),
        /** And one over the characters of each. */
        CHARS(Network.STEP_CHARS),
        /** And a conditional random field. */
        CRF(Network.STEP_CRF),
        /** And pretrained vectors. */
        VECTORS(Network.STEP_VECTORS);

        private final Network network;

        Step(Network network) {
            this.network = network;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--decoder",
            paramLabel = "DECODER",
            description = "How tags are chosen: softmax, word by word; viterbi, by counted transitions; crf, by trained"
                    + " ones; hmm, a hidden Markov model in the place of the network. Default: softmax; crf for ner and"
                    + " chunk, which know crf and hmm alone.")
    private @Nullable Decoder decoder;

    @Option(
            names = "--ablation",
            paramLabel = "STEP",
            description =
                    "In the place of the task's network a plain one, for comparison: words, an LSTM over words; chars,"
                            + " with characters; crf, with a CRF besides; vectors, with --vectors besides.")
    private @Nullable Step step;

    /** The network for a task. */
    Network choose(Task task, boolean vectors, boolean pos) {
        if (pos && (step != null || decoder == Decoder.HMM || !task.spans())) {
            throw new UserError("--pos", "goes with --task ner and --task chunk, and with their usual network alone");
        }
        if (!task.heads().isEmpty() && (decoder != null || step != null || vectors)) {
            throw new UserError("--task " + task, "has one network, without --decoder, --ablation and --vectors");
        }
        if (decoder != null && step != null) {
            throw new UserError("--ablation " + step, "goes not with --decoder; give one of them");
        }
        if (step != null) {
            return ofStep(step, vectors);
        }
        return decoder == null ? task.network(vectors, pos) : ofDecoder(decoder, task, vectors, pos);
    }

    /** All networks that can be compared: the steps of the ablation, the last one where there are vectors, or the decoders. */
    static List<Network> all(boolean steps, Task task, boolean vectors) {
        return steps
                ? Arrays.stream(Step.values())
                        .filter(each -> vectors || each != Step.VECTORS)
                        .map(each -> each.network)
                        .toList()
                : Arrays.stream(Decoder.values())
                        .filter(each -> each.goesWith(task))
                        .map(each -> ofDecoder(each, task, false, false))
                        .toList();
    }

    private static Network ofStep(Step step, boolean vectors) {
        if (vectors != (step == Step.VECTORS)) {
            throw new UserError(
                    "--ablation " + step,
                    vectors ? "reads no --vectors; give --ablation vectors" : "missing --vectors; give a file");
        }
        return step.network;
    }

    private static Network ofDecoder(Decoder decoder, Task task, boolean vectors, boolean pos) {
        if (!decoder.goesWith(task)) {
            throw new UserError("--decoder " + decoder, "goes not with --task " + task + ", which has crf and hmm");
        }
        boolean usual = decoder == (task.spans() ? Decoder.CRF : Decoder.SOFTMAX);
        if (usual) {
            return task.network(vectors, pos);
        }
        if (vectors) {
            throw new UserError("--decoder " + decoder, "reads no --vectors; leave one of the two away");
        }
        return switch (decoder) {
            case VITERBI -> Network.POS_VITERBI;
            case HMM -> Network.HMM;
            default -> Network.POS_CRF;
        };
    }
}
