package dev.lanewise.processor.model;

import dev.lanewise.runtime.train.Sgd;
import dev.lanewise.runtime.train.Trainer;
import java.nio.file.Path;
import java.util.List;

/** A program that trains models, loads others and tags with them; {@link FirstStepsTest} looks at the classes that are loaded. */
final class FirstSteps {

    static final Source<TextTagger<Object>> SOURCE = Source.learned(
            "First", "@Embedding(dim = 5) @CharLstm(embedding = 4, hidden = 3) @Lstm(hidden = 6) @Linear");

    static final Source<TwoHeads> HEADS = Source.heads(
            "FirstHeads",
            TwoHeads.class,
            "@Embedding(dim = 5) @Lstm(hidden = 6) @Linear(of = \"upos\") @Linear(of = \"xpos\")");

    private FirstSteps() {}

    /**
     * Runs.
     *
     * @param arguments the files of both models
     */
    public static void main(String[] arguments) throws ClassNotFoundException {
        Model<TextTagger<Object>> type = new Model<>(Class.forName(SOURCE.modelName()));
        List<String> words = List.of("a", "word");
        int trained = train(type).tag(words).size();
        int loaded = type.load(Path.of(arguments[0])).tag(words).size();
        Model<TwoHeads> heads = new Model<>(Class.forName(HEADS.modelName()));
        int whole = trainHeads(heads).tag(words).tags().size();
        int ofHead = heads.load(Path.of(arguments[1])).tagUpos(words).size();
        System.out.println(ChildJvm.RESULT + trained + " " + loaded + " " + whole + " " + ofHead);
    }

    static TextTagger<Object> train(Model<TextTagger<Object>> type) {
        Trainer<Object, TextTagger<Object>> trainer = type.trainer();
        return trainer.optimizer(Sgd.learningRate(0.1f))
                .epochs(3)
                .fit(Sentences.tagged(Sentences.many(11, 4), List.copyOf(Sentences.names(5))));
    }

    static TwoHeads trainHeads(Model<TwoHeads> type) {
        Trainer<TwoHeads.Tags, TwoHeads> trainer = type.trainer();
        return trainer.optimizer(Sgd.learningRate(0.1f))
                .epochs(3)
                .fit(Sentences.tagged(
                        Sentences.many(11, 4),
                        List.of(new TwoHeads.Tags(TwoHeads.Upos.A, "x"), new TwoHeads.Tags(TwoHeads.Upos.B, "y"))));
    }
}
