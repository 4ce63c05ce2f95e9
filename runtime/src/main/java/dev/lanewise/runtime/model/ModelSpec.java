package dev.lanewise.runtime.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a generated class tells the runtime about its declaration.
 *
 * @param name the interface's simple name
 * @param declaration the annotations with all attributes, in order: what the fingerprint is taken of
 * @param features what a sequence consists of and how its vocabularies are learned
 * @param layers the layers in order, for people to read
 * @param parameters the parameters in the order of the state dict
 */
public record ModelSpec(
        String name, String declaration, FeatureSpec features, List<LayerSpec> layers, List<ParameterSpec> parameters) {

    /** Copies the lists. */
    public ModelSpec {
        layers = List.copyOf(layers);
        parameters = List.copyOf(parameters);
    }

    /**
     * Begins a specification; layers and parameters follow in order.
     *
     * @param name the interface's simple name
     * @param declaration the annotations in full
     * @param features what the model reads
     */
    public static Builder of(String name, String declaration, FeatureSpec features) {
        return new Builder(name, declaration, features);
    }

    /** SHA-256 of the declaration in hexadecimal: equal for two models whose files are interchangeable. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(declaration.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** Collects layers and parameters. */
    public static final class Builder {
        private final String name;
        private final String declaration;
        private final FeatureSpec features;
        private final List<LayerSpec> layers = new ArrayList<>();
        private final List<ParameterSpec> parameters = new ArrayList<>();

        private Builder(String name, String declaration, FeatureSpec features) {
            this.name = name;
            this.declaration = declaration;
            this.features = features;
        }

        /** Adds a layer; see {@link LayerSpec}. */
        public Builder layer(String annotation, String layer, int inputs, int outputs) {
            layers.add(new LayerSpec(annotation, layer, inputs, outputs));
            return this;
        }

        /** Adds a parameter; see {@link ParameterSpec}. */
        public Builder parameter(
                String tensor,
                String annotation,
                int rows,
                ParameterSpec.Rows rowsOf,
                int columns,
                int stride,
                Init init) {
            parameters.add(new ParameterSpec(tensor, annotation, rows, rowsOf, columns, 0, stride, init));
            return this;
        }

        /** Adds the weight of a convolution, {@code [filters, inputs, width]}; see {@link ParameterSpec}. */
        public Builder convolution(
                String tensor, String annotation, int filters, int inputs, int width, int stride, Init init) {
            ParameterSpec.Rows fixed = ParameterSpec.Rows.FIXED;
            parameters.add(new ParameterSpec(tensor, annotation, filters, fixed, inputs * width, width, stride, init));
            return this;
        }

        /** The specification. */
        public ModelSpec build() {
            return new ModelSpec(name, declaration, features, layers, parameters);
        }
    }
}
