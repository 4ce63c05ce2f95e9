/** What generated models lean on: data, training, evaluation, files and the choice between SIMD and plain Java. */
module dev.lanewise.runtime {
    requires static jdk.incubator.vector;
    requires static org.jspecify;

    exports dev.lanewise.runtime;
    exports dev.lanewise.runtime.data;
    exports dev.lanewise.runtime.eval;
    exports dev.lanewise.runtime.file;
    exports dev.lanewise.runtime.hmm;
    exports dev.lanewise.runtime.lane;
    exports dev.lanewise.runtime.model;
    exports dev.lanewise.runtime.onnx;
    exports dev.lanewise.runtime.random;
    exports dev.lanewise.runtime.spans;
    exports dev.lanewise.runtime.train;
}
