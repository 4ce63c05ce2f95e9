package dev.lanewise.runtime.onnx;

import dev.lanewise.runtime.file.AtomicFile;
import dev.lanewise.runtime.file.ModelFormatException;
import dev.lanewise.runtime.file.SafeTensors;
import java.nio.file.Path;

/**
 * Writes a model as an ONNX graph (operators of version 17), which computes what the model's {@code scores} or {@code encode}
 * computes, up to rounding. The graph takes whole batches, padded to the longest sequence:
 *
 * <table>
 * <caption>Inputs and output</caption>
 * <tr><th>name<th>type and shape<th>what
 * <tr><td>{@code lengths}<td>int32 {@code [batch]}<td>words of each sentence
 * <tr><td>{@code <name>_ids}<td>int64 {@code [batch][words]}<td>entries of the vocabulary of {@code @Embedding(name)}
 * <tr><td>{@code <name>_ids}<td>int64 {@code [batch][words][characters]}<td>entries of the vocabulary of
 *     {@code @CharLstm(name)}
 * <tr><td>{@code <name>_lengths}<td>int32 {@code [batch][words]}<td>characters of each word, at least 1 for padding too
 * <tr><td>{@code inputs}<td>float {@code [batch][words][dim]}<td>the vectors of {@code @Input}
 * <tr><td>{@code scores}<td>float {@code [batch][words][tags]}<td>a tagger's log-probabilities
 * <tr><td>{@code hidden}<td>float {@code [batch][words][directions x hidden]}<td>an encoder's hidden states
 * </table>
 *
 * Padding is any valid id; what comes out for it means nothing. Vocabularies, tags and declaration are in the graph's metadata
 * under the keys of the model file.
 *
 * @see <a href="https://onnx.ai/onnx/operators/onnx__LSTM.html">the operator LSTM</a>
 */
public final class OnnxExport {

    private static final String DECLARATION = "lanewise.declaration";
    private static final long LARGEST = Integer.MAX_VALUE;

    private OnnxExport() {}

    /**
     * Translates a model file.
     *
     * @param model a file that a generated model's {@code save} wrote
     * @param target the file to make or to replace: all of it or nothing
     * @throws ModelFormatException if the model file is damaged, or has a layer that cannot be written as ONNX
     * @throws java.io.UncheckedIOException if a file cannot be read or written
     */
    public static void write(Path model, Path target) {
        try {
            write(SafeTensors.read(model), target);
        } catch (NotExportable e) {
            throw new ModelFormatException(model, e.problem(), e.remedy());
        }
    }

    /**
     * Translates the content of a model file.
     *
     * @param model tensors and metadata as a generated model's {@code save} writes them
     * @param target the file to make or to replace: all of it or nothing
     * @throws IllegalArgumentException if the model has a layer that cannot be written as ONNX, or would make a file of more
     *     than 2 GB
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public static void write(SafeTensors model, Path target) {
        String declaration = model.metadata().get(DECLARATION);
        if (declaration == null) {
            throw new NotExportable("it tells no declaration", "export a file that a generated model has saved");
        }
        OnnxGraph graph = new OnnxGraph("model");
        new GraphBuilder(model, graph).build(DeclaredLayer.parse(declaration));
        ProtoMessage message = graph.model(model.metadata());
        if (message.size() > LARGEST) {
            throw new NotExportable(
                    "its graph needs " + message.size() + " bytes, more than a protocol buffer holds",
                    "train with fewer words, for example minCount = 2");
        }
        AtomicFile.write(target, message::writeTo);
    }
}
