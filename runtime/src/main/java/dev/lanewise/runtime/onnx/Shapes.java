package dev.lanewise.runtime.onnx;

import dev.lanewise.runtime.file.Tensor;
import java.util.List;

/** Checks the shapes of tensors. */
final class Shapes {

    private Shapes() {}

    /** The tensor, if it has the shape that its layer needs. */
    static Tensor require(Tensor tensor, List<Integer> shape) {
        if (!tensor.shape().equals(shape)) {
            throw new NotExportable(tensor + " does not fit the declaration, which needs " + shape);
        }
        return tensor;
    }

    /** The tensor, if it has the number of columns that its layer needs. */
    static Tensor requireColumns(Tensor tensor, int columns) {
        List<Integer> shape = tensor.shape();
        if (shape.size() != 2 || shape.get(1) != columns) {
            throw new NotExportable(tensor + " does not fit the declaration, which needs " + columns + " columns");
        }
        return tensor;
    }
}
