package dev.lanewise.processor.check;

import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.InterfaceMethod;
import dev.lanewise.processor.read.Kind;
import dev.lanewise.processor.read.Tokens;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** The public methods that every written class has, by name and parameter types: keep in step with the write stage. */
final class ReservedMethods {
    private static final String FILE = "java.nio.file.Path";
    private static final String VOCABULARIES = "dev.lanewise.runtime.data.Vocabularies";
    private static final String INITIALIZER = "dev.lanewise.runtime.train.Initializer";
    private static final String OPTIMIZER = "dev.lanewise.runtime.train.Optimizer";

    private static final List<String> TAGGER = List.of(
            "trainer()",
            "load(" + FILE + ")",
            "load(" + FILE + "," + VOCABULARIES + ")",
            "save(" + FILE + ")",
            "info()",
            "withThreads(int)",
            "withWindow(int)",
            "withWordCache(long)");
    private static final List<String> TOKENS =
            List.of("example(java.util.List,java.util.List)", "sequence(java.util.List)");
    private static final List<String> ENCODER = List.of(
            "create(" + INITIALIZER + ")",
            "session(" + INITIALIZER + "," + OPTIMIZER + ")",
            "load(" + FILE + ")",
            "save(" + FILE + ")",
            "info()");

    private ReservedMethods() {}

    static List<String> of(Declaration declaration) {
        if (declaration.kind() == Kind.ENCODER) {
            return ENCODER;
        }
        return declaration.tokens() instanceof Tokens.Records
                ? Stream.concat(TAGGER.stream(), TOKENS.stream()).toList()
                : TAGGER;
    }

    /** Name and parameter types as seen from the interface, without type variables. */
    static String signature(InterfaceMethod method) {
        return method.type().getParameterTypes().stream()
                .map(ReservedMethods::typeName)
                .collect(Collectors.joining(",", method.name() + "(", ")"));
    }

    private static CharSequence typeName(TypeMirror parameter) {
        if (parameter instanceof TypeVariable variable) {
            return typeName(variable.getUpperBound());
        }
        if (parameter instanceof IntersectionType bounds) {
            return typeName(bounds.getBounds().get(0));
        }
        return parameter instanceof DeclaredType type && type.asElement() instanceof TypeElement element
                ? element.getQualifiedName()
                : parameter.toString();
    }
}
