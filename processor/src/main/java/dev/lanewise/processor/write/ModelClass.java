package dev.lanewise.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.lanewise.processor.read.AnnotationName;
import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.EnumTags;
import dev.lanewise.processor.read.MethodDecl;
import dev.lanewise.processor.read.Nesting;
import dev.lanewise.processor.read.RecordTags;
import dev.lanewise.processor.read.Tags;
import dev.lanewise.processor.read.Tokens;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The frame of every generated class, and the file it stands in. */
final class ModelClass {

    private static final String GENERATED = "javax.annotation.processing.Generated";

    private static final List<String> JAVA_LANG =
            List.of("Float", "IllegalArgumentException", "Integer", "Iterable", "Math", "Object", "Override", "String");

    private ModelClass() {}

    /** A class that implements the interface, without members yet; it has to get the constant {@code DECLARATION}. */
    static TypeSpec.Builder of(Declaration declaration, ClassName model, CodeBlock about, Elements elements) {
        TypeSpec.Builder type = TypeSpec.classBuilder(model)
                .avoidClashesWithNestedClasses(declaration.type())
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(ClassName.get(declaration.type()));
        if (declaration.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        type.addJavadoc(
                "The model of {@link $T}, written by Lanewise: change the interface, not this file.\n\n",
                ClassName.get(declaration.type()));
        type.addJavadoc(about);
        if (elements.getTypeElement(elements.getModuleOf(declaration.type()), GENERATED) != null) {
            type.addAnnotation(AnnotationSpec.builder(ClassName.bestGuess(GENERATED))
                    .addMember("value", "$S", "dev.lanewise.processor.LanewiseProcessor")
                    .build());
        }
        if (usesDeprecated(declaration, elements)) {
            type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "{$S, $S}", "deprecation", "removal")
                    .build());
        }
        return type.addAnnotation(AnnotationSpec.builder(ClassName.bestGuess(AnnotationName.GENERATED))
                .addMember("declaration", "$T.DECLARATION", model)
                .build());
    }

    /** Whether the class has to name what its users are to be warned of. */
    private static boolean usesDeprecated(Declaration declaration, Elements elements) {
        Stream<Element> tokens =
                declaration.tokens() instanceof Tokens.Records records ? ofRecord(records.type()) : Stream.empty();
        Stream<Element> methods = declaration.methods().stream().map(MethodDecl::element);
        return Stream.of(outwards(declaration.type()), named(declaration.tags()), tokens, methods)
                .flatMap(each -> each)
                .anyMatch(elements::isDeprecated);
    }

    private static Stream<Element> named(Tags tags) {
        if (tags instanceof RecordTags records) {
            return Stream.concat(
                    ofRecord(records.type()),
                    records.components().stream().flatMap(component -> named(component.tags())));
        }
        return tags instanceof EnumTags constants ? outwards(constants.type()) : Stream.empty();
    }

    private static Stream<Element> ofRecord(TypeElement type) {
        return Stream.concat(
                outwards(type), type.getRecordComponents().stream().map(RecordComponentElement::getAccessor));
    }

    private static Stream<Element> outwards(TypeElement type) {
        return Nesting.outwards(type).stream().map(each -> each);
    }

    /** Whether a class of the same package has the name of one that is used of {@code java.lang}. */
    private static boolean hidesJavaLang(Declaration declaration, Elements elements) {
        // In the interface's own module: the search in all modules takes long where there is no such class.
        ModuleElement module = elements.getModuleOf(declaration.type());
        return JAVA_LANG.stream()
                .anyMatch(name -> elements.getTypeElement(module, declaration.packageName() + "." + name) != null);
    }

    /**
     * Writes the file, whose only originating element is the declaration's type.
     *
     * @throws IOException if the compiler cannot take it
     */
    static void write(Declaration declaration, ClassName model, TypeSpec type, Elements elements, Filer filer)
            throws IOException {
        JavaFile file = JavaFile.builder(declaration.packageName(), type)
                .indent("    ")
                .skipJavaLangImports(!hidesJavaLang(declaration, elements))
                .build();
        String source = Layout.tidy(file.toString());
        try (Writer writer = filer.createSourceFile(model.canonicalName(), declaration.type())
                .openWriter()) {
            writer.write(source);
        }
    }
}
