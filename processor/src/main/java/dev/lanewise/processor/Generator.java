package dev.lanewise.processor;

import dev.lanewise.processor.read.Declaration;
import java.io.IOException;
import javax.annotation.processing.ProcessingEnvironment;

/** Writes the class for a declaration that has passed its checks. */
public interface Generator {
    /**
     * Writes one source file whose only originating element is the declaration's type.
     *
     * @throws IOException if the compiler cannot take the file
     */
    void generate(Declaration declaration) throws IOException;

    /** Makes the generator once the compiler is known. */
    @FunctionalInterface
    interface Factory {
        /** Makes the generator for one compilation. */
        Generator in(ProcessingEnvironment compiler);
    }
}
