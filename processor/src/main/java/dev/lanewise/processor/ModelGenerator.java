package dev.lanewise.processor;

import dev.lanewise.processor.plan.Planner;
import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.write.ModelWriter;
import java.io.IOException;
import javax.annotation.processing.ProcessingEnvironment;

/** From the declaration to the file: plans the model and writes it. */
final class ModelGenerator implements Generator {

    private final ProcessingEnvironment compiler;

    ModelGenerator(ProcessingEnvironment compiler) {
        this.compiler = compiler;
    }

    @Override
    public void generate(Declaration declaration) throws IOException {
        new ModelWriter(declaration, Planner.plan(declaration), compiler.getElementUtils(), compiler.getTypeUtils())
                .write(compiler.getFiler());
    }
}
