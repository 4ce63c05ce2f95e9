package dev.lanewise.examples.benchmarks.peers;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.lanewise.runtime.onnx.OnnxExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A model of ours in ONNX Runtime, on one thread. */
final class OnnxModel {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    private OnnxModel(OrtSession session) {
        this.session = session;
    }

    /**
     * Exports a model and loads the graph.
     *
     * @param save the model's method {@code save}
     */
    static OnnxModel of(Consumer<Path> save) {
        try {
            Path folder = Files.createTempDirectory("lanewise-onnx");
            Path model = folder.resolve("model.safetensors");
            Path graph = folder.resolve("model.onnx");
            save.accept(model);
            OnnxExport.write(model, graph);
            OnnxModel loaded = load(graph);
            Files.delete(model);
            Files.delete(graph);
            Files.delete(folder);
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime refuses the graph", e);
        }
    }

    private static OnnxModel load(Path graph) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            return new OnnxModel(OrtEnvironment.getEnvironment().createSession(graph.toString(), options));
        }
    }

    /** Inputs while they are collected; they are made once and read by every run. */
    final class Inputs {

        private final Map<String, OnnxTensor> tensors = new HashMap<>();

        Inputs longs(String name, long[] values, long... shape) {
            return add(name, () -> OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape));
        }

        Inputs ints(String name, int[] values, long... shape) {
            return add(name, () -> OnnxTensor.createTensor(environment, IntBuffer.wrap(values), shape));
        }

        Inputs floats(String name, float[] values, long... shape) {
            return add(name, () -> OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape));
        }

        private Inputs add(String name, Maker maker) {
            try {
                tensors.put(name, maker.make());
                return this;
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime refuses the input " + name, e);
            }
        }
    }

    private interface Maker {
        OnnxTensor make() throws OrtException;
    }

    /** The one output, row-major. */
    float[] run(Inputs inputs) {
        // Closing the result closes its tensors.
        try (OrtSession.Result result = session.run(inputs.tensors)) {
            FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] values = new float[buffer.remaining()];
            buffer.get(values);
            return values;
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot run the graph", e);
        }
    }
}
