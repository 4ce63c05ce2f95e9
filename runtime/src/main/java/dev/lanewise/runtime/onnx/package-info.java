/** Writes models as ONNX graphs, for ONNX Runtime and others. */
@NullMarked
package dev.lanewise.runtime.onnx;

import org.jspecify.annotations.NullMarked;
