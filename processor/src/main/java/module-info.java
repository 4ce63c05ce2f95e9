/** The annotation processor that writes a model for each annotated interface. */
@SuppressWarnings("requires-automatic") // both are read by the compiler only; javapoet is shaded
module dev.lanewise.processor {
    requires java.compiler;
    requires static com.google.auto.service;
    requires static com.palantir.javapoet;
    requires static org.jspecify;

    provides javax.annotation.processing.Processor with
            dev.lanewise.processor.LanewiseProcessor;
}
