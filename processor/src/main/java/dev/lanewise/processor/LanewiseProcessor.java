package dev.lanewise.processor;

import com.google.auto.service.AutoService;
import dev.lanewise.processor.check.VectorOption;
import dev.lanewise.processor.read.AnnotationName;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Writes a model class for each interface that carries {@code @Tagger} or {@code @Encoder}.
 *
 * <p>Option: {@code -Alanewise.vector=auto|require|never}, whether the vector twin is written. An interface whose types are
 * not all there waits for the next round, since other processors may write them.
 */
@AutoService(Processor.class)
public final class LanewiseProcessor extends AbstractProcessor {
    private final Generator.Factory factory;
    private @Nullable Compilation compilation;

    /** Made by the compiler through the service loader. */
    public LanewiseProcessor() {
        this(ModelGenerator::new);
    }

    LanewiseProcessor(Generator.Factory factory) {
        this.factory = factory;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.copyOf(AnnotationName.qualifiedNames());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(VectorOption.NAME);
    }

    @Override
    public synchronized void init(ProcessingEnvironment compiler) {
        super.init(compiler);
        compilation = new Compilation(compiler, factory.in(compiler));
    }

    /** Claims nothing: other processors may read the same annotations. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (compilation != null) {
            compilation.round(annotations, round);
        }
        return false;
    }
}
