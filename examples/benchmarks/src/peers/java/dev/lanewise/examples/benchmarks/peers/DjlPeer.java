package dev.lanewise.examples.benchmarks.peers;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.lanewise.examples.benchmarks.model.ToyTagger.Tag;
import dev.lanewise.examples.benchmarks.model.ToyTaggerModel;
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
import dev.lanewise.runtime.train.EncoderSession;
import dev.lanewise.runtime.train.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Deep Java Library with libtorch on one thread. Its native libraries come from Maven; nothing is downloaded when it runs. */
public final class DjlPeer implements Peer {

    private static final double SCORES = 1e-5;
    private static final double TRAINED = 1e-4;
    private static final int STEPS = 5;
    private static final long[] TOY_WORDS = {0, 1, 2, 3, 4};

    private final NDManager manager;

    /** Starts libtorch. */
    public DjlPeer() {
        System.setProperty("ai.djl.offline", "true");
        // libtorch is unpacked there, once for all JVMs of a run.
        Path cache = Path.of(System.getProperty("java.io.tmpdir"), "lanewise-libtorch");
        System.getProperties().putIfAbsent("DJL_CACHE_DIR", cache.toString());
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        manager = NDManager.newBaseManager("PyTorch");
    }

    @Override
    public String name() {
        return "djl";
    }

    @Override
    public String title() {
        return "DJL, libtorch " + Engine.getEngine("PyTorch").getVersion();
    }

    @Override
    public List<String> workloads() {
        return Workloads.synthetic();
    }

    @Override
    public Workload named(String workload) {
        return Workloads.named(workload).with(() -> prepare(workload));
    }

    private Supplier<Object> prepare(String workload) {
        int batch = workload.endsWith(".b32") ? 32 : 1;
        boolean training = workload.contains(".train");
        return switch (workload.substring(0, 2)) {
            case "w1" -> training ? this::trainToy : tagToy();
            case "w2" -> text(TextModel.words(), Optional.empty(), batch, training);
            case "w3" -> text(TextModel.characters(), Optional.of(characters()), batch, training);
            default -> wide(batch, training);
        };
    }

    private static DjlTagger.Characters characters() {
        return new DjlTagger.Characters(Text.CHARACTERS, TextModel.CHARACTER_DIM, TextModel.CHARACTER_HIDDEN);
    }

    private static DjlTagger.Input toyInput(int example) {
        int length = Toy.EXAMPLES.get(example).length();
        long[] words = example == 0 ? TOY_WORDS : new long[] {5, 6, 7, 8};
        long[] tags = Toy.EXAMPLES.get(example).tags().stream()
                .mapToLong(Enum::ordinal)
                .toArray();
        return new DjlTagger.Input(1, length, words, new long[0], tags);
    }

    private static DjlTagger toy(NDManager scratch) {
        Session<Tag, ToyTaggerModel> session = Toy.session();
        return new DjlTagger(scratch, new DjlTagger.Sizes(9, 6, 6, 1, 3, Optional.empty()), session::parameter);
    }

    private Object trainToy() {
        List<DjlTagger.Input> inputs = List.of(toyInput(0), toyInput(1));
        try (NDManager scratch = manager.newSubManager()) {
            DjlTagger tagger = toy(scratch);
            float loss = 0;
            for (int epoch = 0; epoch < Toy.EPOCHS; epoch++) {
                for (DjlTagger.Input input : inputs) {
                    loss = tagger.step(input);
                }
            }
            return loss;
        }
    }

    private Supplier<Object> tagToy() {
        DjlTagger tagger = toy(manager);
        DjlTagger.Input input = toyInput(0);
        return () -> tagger.tag(input);
    }

    private DjlTagger tagger(Session<Upos, ?> session, Optional<DjlTagger.Characters> characters) {
        return new DjlTagger(
                manager,
                new DjlTagger.Sizes(
                        TextModel.VOCABULARY, TextModel.DIM, TextModel.HIDDEN, 2, Upos.values().length, characters),
                session::parameter);
    }

    private static DjlTagger.Input input(TextIds ids, Text.Batch batch, boolean characters) {
        return new DjlTagger.Input(
                batch.sentences().size(),
                batch.sentences().get(0).size(),
                ids.words(batch.sentences()),
                characters ? TextIds.characters(batch.sentences()) : new long[0],
                TextIds.tags(batch));
    }

    private <M> Supplier<Object> text(
            TextModel<M> model, Optional<DjlTagger.Characters> characters, int batch, boolean training) {
        Text text = Text.ofWords(TextModel.VOCABULARY);
        TextIds ids = new TextIds(text);
        DjlTagger tagger = tagger(model.session(text), characters);
        Cycle<DjlTagger.Input> inputs =
                TextModel.cycle(text, batch, drawn -> input(ids, drawn, characters.isPresent()));
        return training ? () -> tagger.step(inputs.next()) : () -> tagger.tag(inputs.next());
    }

    private DjlEncoder encoder(EncoderSession<WideEncoderModel> session, int batch) {
        float[] flat = FlatRows.join(Wide.inputs(batch), batch * Wide.STEPS * Wide.SIZE);
        return new DjlEncoder(manager, Wide.SIZE, session::parameter, flat, new Shape(batch, Wide.STEPS, Wide.SIZE));
    }

    private Supplier<Object> wide(int batch, boolean training) {
        DjlEncoder encoder = encoder(Wide.session(), batch);
        return training ? encoder::train : encoder::forward;
    }

    @Override
    public List<Agreement> check() {
        List<Agreement> all = new ArrayList<>();
        checkText("w2", TextModel.words(), Optional.empty(), all);
        checkText("w3", TextModel.characters(), Optional.of(characters()), all);
        EncoderSession<WideEncoderModel> session = Wide.session();
        float[][] ours = session.forward(Wide.inputs(1)).get(0);
        float[][] theirs = FlatRows.cut(encoder(session, 1).states(), Wide.SIZE);
        all.add(Agreement.of("w4 states", SCORES, ours, theirs));
        return all;
    }

    /** Scores before training, and after some steps on the same batches. */
    private <M> void checkText(
            String workload, TextModel<M> model, Optional<DjlTagger.Characters> characters, List<Agreement> all) {
        Text text = Text.ofWords(TextModel.VOCABULARY);
        TextIds ids = new TextIds(text);
        Session<Upos, M> session = model.session(text);
        DjlTagger tagger = tagger(session, characters);
        Text.Batch probe = text.batches(1, 4, Text.LENGTH).get(0);
        DjlTagger.Input probeInput = input(ids, probe, characters.isPresent());
        all.add(Agreement.of(workload + " scores", SCORES, scores(session, probe), tagger.scores(probeInput)));
        for (Text.Batch batch : text.batches(STEPS, 32, Text.LENGTH)) {
            TextModel.step(session, batch);
            tagger.step(input(ids, batch, characters.isPresent()));
        }
        all.add(Agreement.of(
                workload + " scores after " + STEPS + " steps",
                TRAINED,
                scores(session, probe),
                tagger.scores(probeInput)));
    }

    private static float[][] scores(Session<Upos, ?> session, Text.Batch batch) {
        return session.forward(batch.sequences()).stream()
                .flatMap(Arrays::stream)
                .toArray(float[][]::new);
    }
}
