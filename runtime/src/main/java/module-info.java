/** What generated models lean on: data, training, evaluation, files and the choice between SIMD and plain Java. */
module dev.lanewise.runtime {
    requires static jdk.incubator.vector;
    requires static org.jspecify;

    exports dev.lanewise.runtime.data;
    exports dev.lanewise.runtime.file;
    exports dev.lanewise.runtime.random;
}
