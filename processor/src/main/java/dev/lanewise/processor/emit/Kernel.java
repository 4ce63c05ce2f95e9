package dev.lanewise.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * One method of the kernels: written once, emitted in both dialects.
 *
 * @param name the method's name
 * @param about what it computes, for the interface's Javadoc
 * @param parameters its parameters
 * @param body its body in a dialect
 */
public record Kernel(String name, String about, List<ParameterSpec> parameters, Function<Emitter, CodeBlock> body) {

    /** Copies the list. */
    public Kernel {
        parameters = List.copyOf(parameters);
    }

    /**
     * Starts a kernel.
     *
     * @param name the method's name
     * @param about its Javadoc
     */
    public static Builder named(String name, String about) {
        return new Builder(name, about);
    }

    /** The abstract method of the interface. */
    public MethodSpec declaration() {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.ABSTRACT, Modifier.PUBLIC)
                .addJavadoc("$L", about)
                .addParameters(parameters)
                .build();
    }

    /** The method in a dialect. */
    public MethodSpec implementation(Emitter emitter) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameters(parameters)
                .addCode(body.apply(emitter))
                .build();
    }

    /** Collects parameters. */
    public static final class Builder {
        private final String name;
        private final String about;
        private final List<ParameterSpec> parameters = new ArrayList<>();

        private Builder(String name, String about) {
            this.name = name;
            this.about = about;
        }

        /** Adds {@code float[]} parameters. */
        public Builder arrays(String... names) {
            return add(Names.FLOATS, names);
        }

        /** Adds {@code int[]} parameters. */
        public Builder indexes(String... names) {
            return add(Names.INTS, names);
        }

        /** Adds {@code int} parameters. */
        public Builder ints(String... names) {
            return add(TypeName.INT, names);
        }

        /** Adds a {@code boolean} parameter. */
        public Builder flag(String parameter) {
            return add(TypeName.BOOLEAN, parameter);
        }

        /** Adds the body. */
        public Kernel body(Function<Emitter, CodeBlock> body) {
            return new Kernel(name, about, parameters, body);
        }

        private Builder add(TypeName type, String... names) {
            for (String parameter : names) {
                parameters.add(ParameterSpec.builder(type, parameter).build());
            }
            return this;
        }
    }
}
