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
import dev.lanewise.processor.read.EnumTags;
import dev.lanewise.processor.read.HeadDecl;
import dev.lanewise.processor.read.LinearDecl;
import dev.lanewise.processor.read.RecordTags;
import dev.lanewise.processor.read.TagScheme;
import dev.lanewise.processor.read.Tags;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes how the tags of several heads make up a record, and what there is for the methods of each of them. */
final class RecordWriter {

    private static final ClassName HEADS = Names.model("Heads");
    private static final String PARTS = "Parts";

    private final Declaration declaration;
    private final RecordTags tags;
    private final ClassName record;

    RecordWriter(Declaration declaration, RecordTags tags) {
        this.declaration = declaration;
        this.tags = tags;
        this.record = ClassName.get(tags.type());
    }

    /** The type of a tag. */
    static TypeName tag(Tags tags) {
        if (tags instanceof RecordTags records) {
            return ClassName.get(records.type());
        }
        return tags instanceof EnumTags constants ? ClassName.get(constants.type()) : ClassName.get(String.class);
    }

    /** What tells the runtime of the tags of one head. */
    static CodeBlock tagSet(HeadDecl head) {
        ClassName set = Names.model("TagSet");
        if (head.tags() instanceof EnumTags tags) {
            return CodeBlock.of("$T.of($T.class)", set, tag(tags));
        }
        return head.crf()
                .filter(crf -> crf.constraints() != TagScheme.NONE)
                .map(crf -> CodeBlock.of("$T.learned($T.$L)", set, Names.model("TagScheme"), crf.constraints()))
                .orElse(CodeBlock.of("$T.learned()", set));
    }

    /** The field with the half of the runtime that reads the tags of one head. */
    static String core(String of) {
        return of + "Core";
    }

    /** The constant with all heads. */
    FieldSpec constant(ClassName model) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T.ofRecord(new $T())", HEADS, model.nestedClass(PARTS))
                .indent()
                .indent();
        for (HeadDecl head : declaration.heads()) {
            LinearDecl linear = head.linear();
            code.add("\n.head($S, $Lf, $L)", linear.of(), linear.weight(), tagSet(head));
        }
        return FieldSpec.builder(ParameterizedTypeName.get(HEADS, record), "HEADS")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(code.unindent().unindent().build())
                .build();
    }

    /** The class that makes records of the tags of all heads, and takes them apart. */
    TypeSpec parts() {
        return TypeSpec.classBuilder(PARTS)
                .addJavadoc("Makes a record of the tags of all heads, and takes it apart.")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(Names.model("RecordType"), record))
                .addMethod(make())
                .addMethod(part())
                .build();
    }

    private MethodSpec make() {
        CodeBlock components = tags.components().stream()
                .map(component -> CodeBlock.of("($T) tags[$L]", tag(component.tags()), number(component.name())))
                .collect(CodeBlock.joining(", "));
        return overriding("make", record)
                .addParameter(Object[].class, "tags")
                .addStatement("return new $T($L)", record, components)
                .build();
    }

    private MethodSpec part() {
        MethodSpec.Builder part = overriding("part", ClassName.OBJECT)
                .addParameter(record, "whole")
                .addParameter(int.class, "head");
        List<HeadDecl> heads = declaration.heads();
        if (heads.size() == 1) {
            return part.addStatement("return whole.$L()", heads.get(0).linear().of())
                    .build();
        }
        part.beginControlFlow("switch (head)");
        for (HeadDecl head : heads.subList(0, heads.size() - 1)) {
            part.addCode(
                    "case $L:\n$>return whole.$L();\n$<",
                    head.number(),
                    head.linear().of());
        }
        return part.addCode(
                        "default:\n$>return whole.$L();\n$<",
                        heads.get(heads.size() - 1).linear().of())
                .endControlFlow()
                .build();
    }

    private static MethodSpec.Builder overriding(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result);
    }

    /** The heads that have methods of their own. */
    List<HeadDecl> called() {
        return declaration.heads().stream()
                .filter(head -> declaration.methods().stream()
                        .anyMatch(method ->
                                method.form().of().equals(head.linear().of())))
                .toList();
    }

    private int number(String component) {
        return declaration.components().indexOf(component);
    }
}
