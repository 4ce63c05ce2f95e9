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
        List<String> components = Declaration.components(declared);
        List<Form> forms = Form.of(kind, false, components);
        List<MethodDecl> known = new ArrayList<>();
        List<InterfaceMethod> strays = new ArrayList<>();
        List<InterfaceMethod> defaults = new ArrayList<>();
        for (InterfaceMethod method : methods) {
            if (method.isAbstract()) {
                recognise(method, forms, tokens).ifPresentOrElse(known::add, () -> strays.add(method));
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
                kind == Kind.ENCODER ? new NoTags() : tags(known, !components.isEmpty()),
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

    private static Optional<MethodDecl> recognise(InterfaceMethod method, List<Form> forms, Tokens tokens) {
        return forms.stream()
                .filter(form -> method.name().equals(form.method()))
                .flatMap(form -> form.shape().tagIn(method.type(), tokens).stream()
                        .map(tag -> new MethodDecl(
                                method.element(), form, tag.stream().findFirst())))
                .findFirst();
    }

    /** Tags of the first method of the whole that speaks of them; the check stage sees to it that all speak of the same. */
    private Tags tags(List<MethodDecl> methods, boolean records) {
        Optional<TypeElement> type = methods.stream()
                .filter(method -> !method.form().isOfHead())
                .flatMap(method -> method.tagType().stream())
                .findFirst()
                .flatMap(this::element);
        return type.filter(element -> records && element.getKind() == ElementKind.RECORD)
                .<Tags>map(this::records)
                .orElseGet(() -> type.map(DeclarationReader::simple).orElseGet(StringTags::new));
    }

    private RecordTags records(TypeElement type) {
        return new RecordTags(
                type,
                type.getRecordComponents().stream()
                        .map(each -> new RecordTags.Component(
                                each.getSimpleName().toString(),
                                each.asType(),
                                element(each.asType())
                                        .map(DeclarationReader::simple)
                                        .orElseGet(StringTags::new)))
                        .toList());
    }

    private Optional<TypeElement> element(TypeMirror type) {
        return types.asElement(type) instanceof TypeElement element ? Optional.of(element) : Optional.empty();
    }

    private static Tags simple(TypeElement type) {
        if (type.getKind() != ElementKind.ENUM) {
            return new StringTags();
        }
        List<String> constants = type.getEnclosedElements().stream()
                .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
                .map(each -> each.getSimpleName().toString())
                .toList();
        return new EnumTags(type, constants);
    }

    private boolean seesVectorModule(TypeElement type) {
        ModuleElement module = elements.getModuleOf(type);
        TypeElement vector =
                module == null ? elements.getTypeElement(VECTOR_CLASS) : elements.getTypeElement(module, VECTOR_CLASS);
        return vector != null;
    }
}
