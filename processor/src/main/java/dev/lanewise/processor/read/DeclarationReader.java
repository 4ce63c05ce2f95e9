package dev.lanewise.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads an annotated type. */
public final class DeclarationReader {
    private static final String VECTOR_CLASS = "jdk.incubator.vector.FloatVector";

    private final Elements elements;
    private final Types types;
    private final boolean wantsVector;
    private final LayerReader layers;

    /**
     * Makes a reader for one compilation.
     *
     * @param wantsVector whether a vector twin is wanted at all
     */
    public DeclarationReader(Elements elements, Types types, boolean wantsVector) {
        this.elements = elements;
        this.types = types;
        this.wantsVector = wantsVector;
        this.layers = new LayerReader(elements);
    }

    /** Our annotations on the type, from top to bottom. */
    public List<Stated> annotations(TypeElement type) {
        return layers.stated(type);
    }

    /** What is needed to read the type and not there yet, in words. */
    public Optional<String> missing(TypeElement type) {
        return new MissingTypes(types).in(type, layers.stated(type));
    }

    /** Reads a type that carries {@code @Tagger} or {@code @Encoder} and misses nothing. */
    public Declaration read(TypeElement type) {
        List<Stated> stated = layers.stated(type);
        List<Stated> markers =
                stated.stream().filter(each -> each.name().isKind()).toList();
        List<LayerDecl> declared = layers.layers(stated);
        Kind kind = Kind.of(markers.get(0).name());
        List<InterfaceMethod> methods = methods(type);
        Tokens tokens = tokens(kind, declared, methods);
        List<MethodDecl> known = new ArrayList<>();
        List<InterfaceMethod> strays = new ArrayList<>();
        List<InterfaceMethod> defaults = new ArrayList<>();
        for (InterfaceMethod method : methods) {
            if (method.isAbstract()) {
                recognise(method, kind, tokens).ifPresentOrElse(known::add, () -> strays.add(method));
            } else {
                defaults.add(method);
            }
        }
        return new Declaration(
                kind,
                type,
                markers,
                elements.getPackageOf(type).getQualifiedName().toString(),
                Nesting.modelName(type),
                Nesting.isPublic(type),
                tokens,
                declared,
                kind == Kind.ENCODER ? new NoTags() : tags(known),
                known,
                strays,
                defaults,
                wantsVector && seesVectorModule(type));
    }

    /** Records as soon as one abstract method takes some; the check stage sees to it that all take the same. */
    private static Tokens tokens(Kind kind, List<LayerDecl> layers, List<InterfaceMethod> methods) {
        if (kind == Kind.ENCODER || layers.stream().anyMatch(InputDecl.class::isInstance)) {
            return Tokens.VECTORS;
        }
        if (layers.stream().anyMatch(HmmDecl.class::isInstance)) {
            return Tokens.WORDS;
        }
        return methods.stream()
                .filter(InterfaceMethod::isAbstract)
                .flatMap(method -> TokenRecords.of(method).stream())
                .findFirst()
                .<Tokens>map(Tokens.Records::new)
                .orElse(Tokens.WORDS);
    }

    private List<InterfaceMethod> methods(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE ? new InterfaceMethods(types).of(type) : List.of();
    }

    private static Optional<MethodDecl> recognise(InterfaceMethod method, Kind kind, Tokens tokens) {
        return Shape.of(kind).stream()
                .filter(shape -> method.name().equals(shape.method()))
                .flatMap(shape -> shape.tagIn(method.type(), tokens).stream()
                        .map(tag -> new MethodDecl(
                                method.element(), shape, tag.stream().findFirst())))
                .findFirst();
    }

    /** Tags of the first method that speaks of them; the check stage sees to it that all speak of the same. */
    private Tags tags(List<MethodDecl> methods) {
        Optional<TypeMirror> type =
                methods.stream().flatMap(method -> method.tagType().stream()).findFirst();
        if (type.isPresent()
                && types.asElement(type.get()) instanceof TypeElement element
                && element.getKind() == ElementKind.ENUM) {
            List<String> constants = element.getEnclosedElements().stream()
                    .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
                    .map(each -> each.getSimpleName().toString())
                    .toList();
            return new EnumTags(element, constants);
        }
        return new StringTags();
    }

    private boolean seesVectorModule(TypeElement type) {
        ModuleElement module = elements.getModuleOf(type);
        TypeElement vector =
                module == null ? elements.getTypeElement(VECTOR_CLASS) : elements.getTypeElement(module, VECTOR_CLASS);
        return vector != null;
    }
}
