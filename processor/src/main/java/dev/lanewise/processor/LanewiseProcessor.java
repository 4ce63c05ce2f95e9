package dev.lanewise.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Writes a model class for each interface that carries {@code @Tagger} or {@code @Encoder}. */
@AutoService(Processor.class)
@SupportedAnnotationTypes({"dev.lanewise.annotation.Tagger", "dev.lanewise.annotation.Encoder"})
public final class LanewiseProcessor extends AbstractProcessor {

    /** Made by the compiler through the service loader. */
    public LanewiseProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return false;
    }
}
