package dev.lanewise.processor;

import dev.lanewise.processor.read.Declaration;
import java.io.IOException;
import javax.annotation.processing.ProcessingEnvironment;

/** From the declaration to the file: plans the model and writes it. */
final class ModelGenerator implements Generator {
    ModelGenerator(ProcessingEnvironment compiler) {}

    @Override
    public void generate(Declaration declaration) throws IOException {}
}
