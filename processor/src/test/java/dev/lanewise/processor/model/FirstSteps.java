package dev.lanewise.processor.model;

import dev.lanewise.runtime.train.Sgd;
import dev.lanewise.runtime.train.Trainer;
import java.nio.file.Path;
import java.util.List;

/** A program that trains a model, loads another one and tags with it; {@link FirstStepsTest} looks at the classes that are loaded. */
final class FirstSteps {

    static final Source<TextTagger<Object>> SOURCE = Source.learned(
            "First", "@Embedding(dim = 5) @CharLstm(embedding = 4, hidden = 3) @Lstm(hidden = 6) @Linear");

    private FirstSteps() {}

    /**
     * Runs.
     *
     * @param arguments the file of a model
     */
    public static void main(String[] arguments) throws ClassNotFoundException {
        Model<TextTagger<Object>> type = new Model<>(Class.forName(SOURCE.modelName()));
        List<String> words = List.of("a", "word");
        int trained = train(type).tag(words).size();
        int loaded = type.load(Path.of(arguments[0])).tag(words).size();
        System.out.println(ChildJvm.RESULT + trained + " " + loaded);
    }

    static TextTagger<Object> train(Model<TextTagger<Object>> type) {
        Trainer<Object, TextTagger<Object>> trainer = type.trainer();
        return trainer.optimizer(Sgd.learningRate(0.1f))
                .epochs(3)
                .fit(Sentences.tagged(Sentences.many(11, 4), List.copyOf(Sentences.names(5))));
    }
}
