package dev.lanewise.examples.benchmarks.peers;

import dev.lanewise.examples.benchmarks.peer.Agreement;
import dev.lanewise.examples.benchmarks.peer.Peer;
import dev.lanewise.examples.benchmarks.work.Treebank;
import dev.lanewise.examples.benchmarks.work.Workload;
import dev.lanewise.examples.benchmarks.work.Workloads;
import dev.lanewise.runtime.data.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSSample;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerFactory;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.Version;
import opennlp.tools.util.model.ModelType;

/** Apache OpenNLP's part-of-speech tagger (perceptron, no cutoff) on UD English-EWT; idle where the treebank is missing. */
public final class OpenNlpPeer implements Peer {

    private static final String TAG = "ewt.tag";

    /** Made by the service loader. */
    public OpenNlpPeer() {}

    @Override
    public String name() {
        return "opennlp";
    }

    @Override
    public String title() {
        return "Apache OpenNLP " + Version.currentVersion();
    }

    @Override
    public List<String> workloads() {
        return Treebank.folder().isPresent() ? List.of(TAG, "ewt.train") : List.of();
    }

    @Override
    public Workload named(String workload) {
        return Workloads.named(workload).with(() -> {
            List<Example<String>> train = Treebank.read("train");
            return workload.equals(TAG) ? tagging(train) : () -> train(train);
        });
    }

    private static Supplier<Object> tagging(List<Example<String>> train) {
        POSTaggerME tagger = new POSTaggerME(train(train), POSTagFormat.UD);
        List<String[]> sentences = Treebank.read("test").stream()
                .map(example -> example.words().toArray(String[]::new))
                .toList();
        return () -> sentences.stream().map(tagger::tag).toList();
    }

    private static POSModel train(List<Example<String>> examples) {
        List<POSSample> samples = examples.stream()
                .map(example -> new POSSample(
                        example.words().toArray(String[]::new), example.tags().toArray(String[]::new)))
                .toList();
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, ModelType.PERCEPTRON.name());
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 100);
        try {
            return POSTaggerME.train(
                    "eng", ObjectStreamUtils.createObjectStream(samples), parameters, new POSTaggerFactory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It is another kind of model, which scores otherwise. */
    @Override
    public List<Agreement> check() {
        return List.of();
    }
}
