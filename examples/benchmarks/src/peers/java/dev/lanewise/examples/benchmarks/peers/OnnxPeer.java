package dev.lanewise.examples.benchmarks.peers;

import ai.onnxruntime.OrtEnvironment;
import dev.lanewise.examples.benchmarks.model.Upos;
import dev.lanewise.examples.benchmarks.model.WideEncoderModel;
import dev.lanewise.examples.benchmarks.peer.Agreement;
import dev.lanewise.examples.benchmarks.peer.Peer;
import dev.lanewise.examples.benchmarks.work.Cycle;
import dev.lanewise.examples.benchmarks.work.Text;
import dev.lanewise.examples.benchmarks.work.TextModel;
import dev.lanewise.examples.benchmarks.work.Toy;
import dev.lanewise.examples.benchmarks.work.Wide;
import dev.lanewise.examples.benchmarks.work.Workload;
import dev.lanewise.examples.benchmarks.work.Workloads;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** ONNX Runtime on one thread, with graphs that our own exporter wrote. It does not train. */
public final class OnnxPeer implements Peer {

    private static final double SCORES = 1e-5;
    private static final int TOY_TAGS = 3;
    private static final String LENGTHS = "lengths";
    private static final String WORDS = "word_embeddings_ids";

    /** Made by the service loader. */
    public OnnxPeer() {}

    @Override
    public String name() {
        return "onnx";
    }

    @Override
    public String title() {
        return "ONNX Runtime " + OrtEnvironment.getEnvironment().getVersion();
    }

    @Override
    public List<String> workloads() {
        return Workloads.synthetic().stream()
                .filter(name -> !name.contains(".train"))
                .toList();
    }

    @Override
    public Workload named(String workload) {
        return Workloads.named(workload).with(() -> prepare(workload));
    }

    private static Supplier<Object> prepare(String workload) {
        int batch = workload.endsWith(".b32") ? 32 : 1;
        return switch (workload.substring(0, 2)) {
            case "w1" -> toy();
            case "w2" -> text(TextModel.words(), false, batch);
            case "w3" -> text(TextModel.characters(), true, batch);
            default -> wide(batch);
        };
    }

    private static int[] filled(int size, int value) {
        int[] values = new int[size];
        Arrays.fill(values, value);
        return values;
    }

    private static OnnxModel.Inputs toyInputs(OnnxModel model) {
        return model.new Inputs().longs(WORDS, new long[] {0, 1, 2, 3, 4}, 1, 5).ints(LENGTHS, new int[] {5}, 1);
    }

    private static Supplier<Object> toy() {
        OnnxModel model = OnnxModel.of(Toy.session().model()::save);
        OnnxModel.Inputs inputs = toyInputs(model);
        return () -> best(model.run(inputs), TOY_TAGS);
    }

    private static Function<Text.Batch, OnnxModel.Inputs> form(OnnxModel model, Text text, boolean characters) {
        TextIds ids = new TextIds(text);
        return batch -> {
            int size = batch.sentences().size();
            int length = batch.sentences().get(0).size();
            OnnxModel.Inputs inputs = model.new Inputs()
                    .longs(WORDS, ids.words(batch.sentences()), size, length)
                    .ints(LENGTHS, filled(size, length), size);
            return characters
                    ? inputs.longs("char_ids", TextIds.characters(batch.sentences()), size, length, Text.WORD_LENGTH)
                            .ints("char_lengths", filled(size * length, Text.WORD_LENGTH), size, length)
                    : inputs;
        };
    }

    private static <M> Supplier<Object> text(TextModel<M> kind, boolean characters, int batch) {
        Text text = Text.ofWords(TextModel.VOCABULARY);
        M trained = kind.session(text).model();
        OnnxModel model = OnnxModel.of(file -> kind.save().accept(trained, file));
        Cycle<OnnxModel.Inputs> inputs = TextModel.cycle(text, batch, form(model, text, characters));
        return () -> best(model.run(inputs.next()), Upos.values().length);
    }

    /** The best tag of each row. */
    private static int[] best(float[] scores, int tags) {
        int[] best = new int[scores.length / tags];
        for (int row = 0; row < best.length; row++) {
            int at = row * tags;
            for (int tag = 1; tag < tags; tag++) {
                if (scores[at + tag] > scores[at + best[row]]) {
                    best[row] = tag;
                }
            }
        }
        return best;
    }

    private static OnnxModel.Inputs wideInputs(OnnxModel model, int batch) {
        float[] flat = FlatRows.join(Wide.inputs(batch), batch * Wide.STEPS * Wide.SIZE);
        return model.new Inputs()
                .floats("inputs", flat, batch, Wide.STEPS, Wide.SIZE)
                .ints(LENGTHS, filled(batch, Wide.STEPS), batch);
    }

    private static Supplier<Object> wide(int batch) {
        OnnxModel model = OnnxModel.of(Wide.session().model()::save);
        OnnxModel.Inputs inputs = wideInputs(model, batch);
        return () -> model.run(inputs);
    }

    @Override
    public List<Agreement> check() {
        OnnxModel toy = OnnxModel.of(Toy.session().model()::save);
        float[][] toyScores = FlatRows.cut(toy.run(toyInputs(toy)), TOY_TAGS);
        WideEncoderModel encoder = Wide.session().model();
        OnnxModel wide = OnnxModel.of(encoder::save);
        return List.of(
                Agreement.of("w1 scores", SCORES, Toy.session().model().scores(Toy.SENTENCE), toyScores),
                checkText("w2 scores", TextModel.words(), false),
                checkText("w3 scores", TextModel.characters(), true),
                Agreement.of(
                        "w4 states",
                        SCORES,
                        encoder.encode(Wide.inputs(1).get(0)),
                        FlatRows.cut(wide.run(wideInputs(wide, 1)), Wide.SIZE)));
    }

    private static <M> Agreement checkText(String what, TextModel<M> kind, boolean characters) {
        Text text = Text.ofWords(TextModel.VOCABULARY);
        M trained = kind.session(text).model();
        OnnxModel model = OnnxModel.of(file -> kind.save().accept(trained, file));
        Text.Batch batch = text.batches(1, 4, Text.LENGTH).get(0);
        float[][] ours = batch.sentences().stream()
                .flatMap(words -> Arrays.stream(kind.scores().apply(trained, words)))
                .toArray(float[][]::new);
        float[] theirs = model.run(form(model, text, characters).apply(batch));
        return Agreement.of(what, SCORES, ours, FlatRows.cut(theirs, Upos.values().length));
    }
}
