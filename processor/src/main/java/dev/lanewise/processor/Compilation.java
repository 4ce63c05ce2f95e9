package dev.lanewise.processor;

import dev.lanewise.processor.check.Checker;
import dev.lanewise.processor.check.Message;
import dev.lanewise.processor.check.Place;
import dev.lanewise.processor.check.Report;
import dev.lanewise.processor.check.Reporter;
import dev.lanewise.processor.check.VectorOption;
import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.DeclarationReader;
import dev.lanewise.processor.read.Stated;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The rounds of one compilation: reads, checks and generates each interface once all its types are there. */
final class Compilation {
    private final Elements elements;
    private final Reporter reporter;
    private final DeclarationReader reader;
    private final Checker checker;
    private final Generator generator;
    // By name, since a compiler may make new elements for each round.
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Map<String, String> interfaceByModel = new HashMap<>();

    Compilation(ProcessingEnvironment compiler, Generator generator) {
        this.elements = compiler.getElementUtils();
        this.reporter = new Reporter(compiler.getMessager());
        this.generator = generator;
        VectorOption vector = vectorOption(compiler.getOptions());
        this.reader = new DeclarationReader(elements, compiler.getTypeUtils(), vector != VectorOption.NEVER);
        this.checker = new Checker(elements, compiler.getTypeUtils(), vector);
    }

    private VectorOption vectorOption(Map<String, String> options) {
        if (!options.containsKey(VectorOption.NAME)) {
            return VectorOption.AUTO;
        }
        // An option without a value has null in the map.
        String text = Objects.requireNonNullElse(options.get(VectorOption.NAME), "");
        Optional<VectorOption> option = VectorOption.of(text);
        if (option.isEmpty()) {
            reporter.print(Report.of(Message.VECTOR_OPTION, Place.nowhere(), text));
        }
        // After the error nothing is to be said about a visible or invisible module as well.
        return option.orElse(VectorOption.NEVER);
    }

    void round(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<TypeElement> types = new LinkedHashSet<>();
        waiting.forEach(name -> add(elements.getTypeElement(name), types));
        waiting.clear();
        for (TypeElement annotation : annotations) {
            round.getElementsAnnotatedWith(annotation).forEach(element -> add(element, types));
        }
        types.forEach(type -> guarded(type, round.processingOver()));
    }

    /** In a source with errors an annotation may stand on anything; the compiler says so itself. */
    private static void add(@Nullable Element element, Set<TypeElement> types) {
        if (element instanceof TypeElement type) {
            types.add(type);
        }
    }

    /** Whatever goes wrong inside becomes one message at the interface, not a crash of the compiler. */
    private void guarded(TypeElement type, boolean last) {
        try {
            handle(type, last);
        } catch (IOException e) {
            reporter.print(Report.of(
                    Message.CANNOT_WRITE, Place.at(type), type.getSimpleName(), String.valueOf(e.getMessage())));
        } catch (RuntimeException | AssertionError e) {
            reporter.print(Report.of(Message.INTERNAL_ERROR, Place.at(type), type.getSimpleName(), summary(e)));
        }
    }

    private void handle(TypeElement type, boolean last) throws IOException {
        Optional<String> missing = reader.missing(type);
        if (missing.isPresent()) {
            if (last) {
                reporter.print(Report.of(Message.MISSING_TYPE, Place.at(type), type.getSimpleName(), missing.get()));
            } else {
                waiting.add(type.getQualifiedName().toString());
            }
            return;
        }
        List<Stated> annotations = reader.annotations(type);
        if (annotations.stream().noneMatch(stated -> stated.name().isKind())) {
            reporter.print(checker.withoutKind(type, annotations));
            return;
        }
        Declaration declaration = reader.read(type);
        Report report = checker.check(declaration);
        reporter.print(report);
        if (!report.hasErrors() && isFirst(declaration)) {
            generator.generate(declaration);
        }
    }

    private boolean isFirst(Declaration declaration) {
        String name = declaration.type().getQualifiedName().toString();
        String other = interfaceByModel.putIfAbsent(declaration.qualifiedModelName(), name);
        if (other != null) {
            reporter.print(Report.of(
                    Message.MODEL_NAME_TWICE,
                    Place.at(declaration.type()),
                    declaration.type().getSimpleName(),
                    declaration.qualifiedModelName(),
                    other));
        }
        return other == null;
    }

    private static String summary(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        return error.getClass().getName() + where + (error.getMessage() == null ? "" : " (" + error.getMessage() + ")");
    }
}
