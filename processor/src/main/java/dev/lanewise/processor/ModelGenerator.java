package dev.lanewise.processor;

import dev.lanewise.processor.plan.HmmPlan;
import dev.lanewise.processor.plan.Planner;
import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.HmmDecl;
import dev.lanewise.processor.write.HmmWriter;
import dev.lanewise.processor.write.ModelWriter;
import java.io.IOException;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** From the declaration to the file: plans the model and writes it. */
final class ModelGenerator implements Generator {

    private final ProcessingEnvironment compiler;

    ModelGenerator(ProcessingEnvironment compiler) {
        this.compiler = compiler;
    }

    @Override
    public void generate(Declaration declaration) throws IOException {
        Elements elements = compiler.getElementUtils();
        Types types = compiler.getTypeUtils();
        Optional<HmmDecl> hmm = declaration.hmm();
        if (hmm.isPresent()) {
            new HmmWriter(declaration, HmmPlan.of(declaration, hmm.get()), elements, types).write(compiler.getFiler());
        } else {
            new ModelWriter(declaration, Planner.plan(declaration), elements, types).write(compiler.getFiler());
        }
    }
}
