package dev.lanewise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.HeadDecl;
import dev.lanewise.processor.read.Kind;
import dev.lanewise.processor.read.MethodDecl;
import dev.lanewise.processor.read.RecordTags;
import dev.lanewise.processor.read.Tokens;
import java.nio.file.Path;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Types;

/** Writes what users call: the interface's methods, and those that train, load and save. */
final class ApiWriter {

    private static final String MAKER = "Maker";

    private static final ClassName SEQUENCE = Names.runtime("data", "Sequence");
    private static final ClassName VOCABULARIES = Names.runtime("data", "Vocabularies");

    private final Declaration declaration;
    private final ClassName model;
    private final Types types;
    private final boolean tagger;
    private final TypeName tag;

    ApiWriter(Declaration declaration, ClassName model, Types types) {
        this.declaration = declaration;
        this.model = model;
        this.types = types;
        this.tagger = declaration.kind() == Kind.TAGGER;
        this.tag = tag(declaration);
    }

    /** The type of a tag. */
    static TypeName tag(Declaration declaration) {
        return RecordWriter.tag(declaration.tags());
    }

    void addTo(TypeSpec.Builder type) {
        if (declaration.tags() instanceof RecordTags records) {
            RecordWriter heads = new RecordWriter(declaration, records);
            type.addField(heads.constant(model));
            type.addType(heads.parts());
            type.addField(typeConstant());
            addCore(type, core(), heads.called());
        } else {
            type.addField(typeConstant());
            addCore(type, core(), List.of());
        }
        if (tagger) {
            type.addMethod(trainer());
        } else {
            type.addMethod(create());
            type.addMethod(session());
        }
        type.addMethod(load());
        if (tagger) {
            type.addMethod(loadWithVocabularies());
        }
        if (declaration.tokens() instanceof Tokens.Records records) {
            new TokenWriter(declaration, records, tag).addTo(type);
        }
        declaration.methods().forEach(method -> type.addMethod(implementation(method)));
        type.addMethod(save());
        type.addMethod(info());
        if (tagger) {
            type.addMethod(withThreads());
            type.addMethod(withWindow());
            type.addMethod(withWordCache());
        }
    }

    /**
     * Adds the runtime's half of the model, which does the work of the methods.
     *
     * @param heads those that have methods of their own
     */
    static void addCore(TypeSpec.Builder type, TypeName core, List<HeadDecl> heads) {
        type.addField(core, "core", Modifier.PRIVATE, Modifier.FINAL);
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(core, "core")
                .addStatement("this.core = core");
        for (HeadDecl head : heads) {
            String name = RecordWriter.core(head.linear().of());
            type.addField(taggerCore(RecordWriter.tag(head.tags())), name, Modifier.PRIVATE, Modifier.FINAL);
            constructor.addStatement("$L = core.head($L)", name, head.number());
        }
        type.addMethod(constructor.build());
    }

    private static TypeName taggerCore(TypeName tag) {
        return ParameterizedTypeName.get(Names.model("TaggerCore"), tag);
    }

    private TypeName core() {
        return tagger ? taggerCore(tag) : Names.model("EncoderCore");
    }

    private FieldSpec typeConstant() {
        TypeName type = tagger
                ? ParameterizedTypeName.get(Names.model("TaggerType"), tag, model)
                : ParameterizedTypeName.get(Names.model("EncoderType"), model);
        CodeBlock heads = !tagger
                ? CodeBlock.of("")
                : declaration.tags() instanceof RecordTags
                        ? CodeBlock.of("HEADS, ")
                        : CodeBlock.of(
                                "$L, ", RecordWriter.tagSet(declaration.heads().get(0)));
        return FieldSpec.builder(type, "TYPE", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "new $T<>(SPEC, $Lnew $T())",
                        ((ParameterizedTypeName) type).rawType(),
                        heads,
                        model.nestedClass(MAKER))
                .build();
    }

    /** The class that makes the model's halves. */
    TypeSpec maker() {
        return TypeSpec.classBuilder(MAKER)
                .addJavadoc("Makes the halves of a model: its numbers, and what is around them.")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(Names.model("ModelMaker"), core(), model))
                .addMethod(make("network", Names.model("Network"))
                        .addParameter(Names.model("ParameterSet"), "parameters")
                        .addStatement("return new $T(parameters)", model.nestedClass("Net"))
                        .build())
                .addMethod(make("model", model)
                        .addParameter(core(), "core")
                        .addStatement("return new $T(core)", model)
                        .build())
                .build();
    }

    private static MethodSpec.Builder make(String part, TypeName type) {
        return MethodSpec.methodBuilder(part)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type);
    }

    private MethodSpec.Builder api(String name, String javadoc, Object... arguments) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).addJavadoc(javadoc, arguments);
        return method;
    }

    private MethodSpec.Builder factory(String name, String javadoc) {
        return api(name, javadoc).addModifiers(Modifier.STATIC);
    }

    private MethodSpec trainer() {
        ClassName trainer = Names.runtime("train", "Trainer");
        return factory("trainer", "Begins to train: choose optimizer, epochs and batch size, then call {@code fit}.")
                .returns(ParameterizedTypeName.get(trainer, tag, model))
                .addStatement("return new $T<>(TYPE)", trainer)
                .build();
    }

    private MethodSpec create() {
        return factory("create", "A model with fresh weights.")
                .addParameter(Names.runtime("train", "Initializer"), "initializer")
                .returns(model)
                .addStatement("return $T.create(TYPE, initializer)", Names.runtime("train", "EncoderSession"))
                .build();
    }

    private MethodSpec session() {
        ClassName session = Names.runtime("train", "EncoderSession");
        return factory("session", "A training session with fresh weights.")
                .addParameter(Names.runtime("train", "Initializer"), "initializer")
                .addParameter(Names.runtime("train", "Optimizer"), "optimizer")
                .returns(ParameterizedTypeName.get(session, model))
                .addStatement("return new $T<>(TYPE, initializer, optimizer)", session)
                .build();
    }

    MethodSpec load() {
        return factory(
                        "load",
                        "Reads a model that {@link #save} wrote.\n\n"
                                + "@throws dev.lanewise.runtime.file.ModelFormatException if the file is damaged or of another declaration\n")
                .addParameter(Path.class, "file")
                .returns(model)
                .addStatement("return TYPE.load(file)")
                .build();
    }

    private MethodSpec loadWithVocabularies() {
        return factory(
                        "load",
                        "Reads a state dict, for example one that PyTorch saved, together with the vocabularies it was trained with.\n\n"
                                + "@throws dev.lanewise.runtime.file.ModelFormatException if the file is damaged or of another declaration\n")
                .addParameter(Path.class, "file")
                .addParameter(VOCABULARIES, "vocabularies")
                .returns(model)
                .addStatement("return TYPE.load(file, vocabularies)")
                .build();
    }

    MethodSpec save() {
        return api("save", "Writes the model to a {@code .safetensors} file: all of it, or nothing.")
                .addParameter(Path.class, "file")
                .addStatement("core.save(file)")
                .build();
    }

    MethodSpec withThreads() {
        return api(
                        "withThreads",
                        "The same model, whose {@code tagAll} is shared by several threads; results are the same to the bit."
                                + "\n\n@param threads how many, the calling one included; 1 unless told otherwise\n")
                .addParameter(int.class, "threads")
                .returns(model)
                .addStatement("return new $T(core.withThreads(threads))", model)
                .build();
    }

    MethodSpec withWindow() {
        return api(
                        "withWindow",
                        "The same model, whose {@code tagAll} reads other windows; results are the same to the bit."
                                + "\n\n@param sentences how many are read before the first of them has its result, and sorted by length;\n"
                                + "    1024 unless told otherwise, and fewer once they have 32 times as many words\n")
                .addParameter(int.class, "sentences")
                .returns(model)
                .addStatement("return new $T(core.withWindow(sentences))", model)
                .build();
    }

    private MethodSpec withWordCache() {
        return api(
                        "withWordCache",
                        "The same model with an empty word cache of another size; results are the same to the bit."
                                + "\n\n@param bytes the memory it may take, a 32nd of the largest heap (16 to 256 MiB) unless told otherwise; 0 for no cache\n")
                .addParameter(long.class, "bytes")
                .returns(model)
                .addStatement("return new $T(core.withWordCache(bytes))", model)
                .build();
    }

    MethodSpec info() {
        return api("info", "The model's layers, parameters and vocabularies.")
                .returns(Names.model("ModelInfo"))
                .addStatement("return core.info()")
                .build();
    }

    MethodSpec implementation(MethodDecl method) {
        List<String> names = method.shape().parameterNames(declaration.tokens());
        MethodSpec.Builder code = overriding(method, names);
        String first = names.isEmpty() ? "" : names.get(0);
        String second = names.size() < 2 ? "" : names.get(1);
        CodeBlock one = one(first);
        String core = method.form().isOfHead() ? RecordWriter.core(method.form().of()) : "core";
        CodeBlock body = switch (method.shape()) {
            case TAG_LIST -> CodeBlock.of("return $L.tag($L)", core, one);
            case TAG_RESULT -> CodeBlock.of("return $L.tagging($L)", core, one);
            case TAG_ALL_LISTS -> many(core, "allTags", "list", first);
            case TAG_ALL_RESULTS -> many(core, "allTaggings", "list", first);
            case TAG_ALL_STREAM_LISTS -> many(core, "allTags", "stream", first);
            case TAG_ALL_STREAM_RESULTS -> many(core, "allTaggings", "stream", first);
            case TAG_ALL_ITERABLE_LISTS -> many(core, "allTags", "iterable", first);
            case TAG_ALL_ITERABLE_RESULTS -> many(core, "allTaggings", "iterable", first);
            case SCORES -> CodeBlock.of("return $L.scores($L)", core, one);
            case SCORES_INTO -> CodeBlock.of("$L.scores($L, $L)", core, one, second);
            case N_BEST -> CodeBlock.of("return $L.nBest($L, $L)", core, one, second);
            case ENCODE -> CodeBlock.of("return $L.encode($L)", core, one);
            case ENCODE_INTO -> CodeBlock.of("$L.encode($L, $L)", core, one, second);
            case ENCODE_FROM_STATE -> CodeBlock.of("return $L.encode($L, $L)", core, one, second);
            case STEPPER -> CodeBlock.of("return $L.stepper()", core);
        };
        return code.addStatement(body).build();
    }

    /** With names of our own: one of the user's could hide a member or a class. */
    private MethodSpec.Builder overriding(MethodDecl method, List<String> names) {
        MethodSpec theirs = MethodSpec.overriding(
                        method.element(), (DeclaredType) declaration.type().asType(), types)
                .build();
        MethodSpec.Builder ours = MethodSpec.methodBuilder(theirs.name())
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(theirs.returnType())
                .addExceptions(theirs.exceptions())
                .varargs(theirs.varargs());
        for (int i = 0; i < names.size(); i++) {
            ours.addParameter(theirs.parameters().get(i).type(), names.get(i));
        }
        return ours;
    }

    private CodeBlock one(String tokens) {
        return declaration.tokens() instanceof Tokens.Records
                ? CodeBlock.of("sequence($L)", tokens)
                : CodeBlock.of("$T.of($L)", SEQUENCE, tokens);
    }

    private CodeBlock many(String core, String results, String form, String sentences) {
        CodeBlock sequence = declaration.tokens() instanceof Tokens.Records
                ? CodeBlock.of("$T::sequence", model)
                : CodeBlock.of("$T::of", SEQUENCE);
        return CodeBlock.of("return $L.$L().$L($L, $L)", core, results, form, sentences, sequence);
    }
}
