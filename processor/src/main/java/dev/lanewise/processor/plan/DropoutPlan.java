package dev.lanewise.processor.plan;

import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.DropoutRate;
import dev.lanewise.processor.read.EncoderDecl;
import dev.lanewise.processor.read.FeatureDecl;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is dropped while training; all probabilities are 0 where nothing is.
 *
 * @param features the columns of the first layer's input, feature by feature
 * @param layers the layers of the encoder from bottom to top
 * @param head the probability of every number that the heads read
 */
public record DropoutPlan(List<Block> features, List<Layer> layers, float head) {

    /**
     * The columns of one feature.
     *
     * @param name what it is called in generated comments
     * @param probability of every number
     * @param column the first column
     * @param columns how many
     */
    public record Block(String name, float probability, int column, int columns) {}

    /**
     * One layer of the encoder, whose masks hold for a whole sequence.
     *
     * @param input the probability of every input
     * @param recurrent that of every unit of the state before
     * @param output that of every output
     */
    public record Layer(float input, float recurrent, float output) {}

    /** Copies the lists. */
    public DropoutPlan {
        features = List.copyOf(features);
        layers = List.copyOf(layers);
    }

    static DropoutPlan of(Declaration declaration) {
        List<Block> features = new ArrayList<>();
        int column = 0;
        for (FeatureDecl feature : declaration.features()) {
            features.add(new Block(feature.name(), DropoutRate.OWN.of(feature), column, feature.size()));
            column += feature.size();
        }
        List<Layer> layers = new ArrayList<>();
        for (EncoderDecl encoder : declaration.encoder()) {
            float recurrent = DropoutRate.RECURRENT.of(encoder);
            float output = DropoutRate.OWN.of(encoder);
            layers.add(new Layer(DropoutRate.INPUT.of(encoder), recurrent, output));
            layers.addAll(Collections.nCopies(encoder.layers() - 1, new Layer(0f, recurrent, output)));
        }
        float head = declaration.heads().stream()
                .findFirst() // the same for all
                .map(first -> DropoutRate.OWN.of(first.linear()))
                .orElse(0f);
        return new DropoutPlan(features, layers, head);
    }
}
