package dev.lanewise.processor.plan;

import java.util.List;

/** One layer with all its sizes. */
public sealed interface LayerPlan {

    /** The annotation as written, attributes in full: {@code @Lstm(hidden = 6)}. */
    String annotation();

    /** The layer's name in the state dict. */
    String name();

    /** The layer's name in generated code. */
    String identifier();

    /** The indexes of this layer's first parameter in the model's list. */
    int firstParameter();

    /** Numbers read of every row. */
    int inputs();

    /** Numbers given for every row; 0 where the data decide. */
    int outputs();

    /** Multiply-adds of a forward pass, a word; an estimate of five characters a word. */
    long multiplyAdds();

    /**
     * A lookup table of words, written to a column of the features.
     *
     * @param lookup the number of its vocabulary in {@link ModelPlan#lookups}
     */
    record Embedding(
            String annotation, String name, String identifier, int firstParameter, int lookup, int dim, int column)
            implements LayerPlan {
        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public int outputs() {
            return dim;
        }

        @Override
        public long multiplyAdds() {
            return 0;
        }
    }

    /** Dense vectors given by the caller. */
    record Input(String annotation, int dim) implements LayerPlan {
        @Override
        public String name() {
            return "input";
        }

        @Override
        public String identifier() {
            return "input";
        }

        @Override
        public int firstParameter() {
            return 0;
        }

        @Override
        public int inputs() {
            return dim;
        }

        @Override
        public int outputs() {
            return dim;
        }

        @Override
        public long multiplyAdds() {
            return 0;
        }
    }

    /**
     * Characters through an embedding and an LSTM; its last states are the feature.
     *
     * @param lookup the number of its vocabulary in {@link ModelPlan#lookups}
     */
    record Characters(
            String annotation,
            String name,
            String identifier,
            int firstParameter,
            int lookup,
            Lstm lstm,
            List<Linear> projection,
            int column)
            implements LayerPlan {
        private static final int CHARACTERS_A_WORD = 5;

        @Override
        public int inputs() {
            return lstm.inputs();
        }

        @Override
        public int outputs() {
            return projection.isEmpty() ? lstm.outputs() : projection.get(0).outputs();
        }

        @Override
        public long multiplyAdds() {
            long affine = projection.isEmpty() ? 0 : projection.get(0).multiplyAdds();
            return CHARACTERS_A_WORD * lstm.multiplyAdds() + affine;
        }
    }

    /** One layer of an LSTM, in one or both directions. */
    record Lstm(
            String annotation,
            String name,
            String identifier,
            int firstParameter,
            Width input,
            Width hidden,
            boolean bidirectional)
            implements LayerPlan {

        /** Numbers of one row of gates: four gates, and a vector more where rows would collide in the cache. */
        public int gateStride() {
            int gates = 4 * hidden.stride();
            return gates % 256 == 0 ? gates + 16 : gates;
        }

        @Override
        public int inputs() {
            return input.size();
        }

        @Override
        public int outputs() {
            return hidden.size() * directions();
        }

        /** 1 or 2. */
        public int directions() {
            return bidirectional ? 2 : 1;
        }

        @Override
        public long multiplyAdds() {
            return 4L * hidden.size() * (input.size() + hidden.size()) * directions();
        }
    }

    /** An affine layer. */
    record Linear(String annotation, String name, String identifier, int firstParameter, Width input, Width output)
            implements LayerPlan {
        @Override
        public int inputs() {
            return input.size();
        }

        @Override
        public int outputs() {
            return output.size();
        }

        @Override
        public long multiplyAdds() {
            return (long) input.size() * output.size();
        }
    }
}
