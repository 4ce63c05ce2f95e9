package dev.lanewise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.EnumTags;
import dev.lanewise.processor.read.HeadDecl;
import dev.lanewise.processor.read.LinearDecl;
import dev.lanewise.processor.read.RecordTags;
import dev.lanewise.processor.read.Tags;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes how the tags of several heads make up a record, and what there is for the methods of each of them. */
final class RecordWriter {

    private static final ClassName HEADS = Names.model("Heads");

    private final Declaration declaration;
    private final ClassName record;

    RecordWriter(Declaration declaration, RecordTags tags) {
        this.declaration = declaration;
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
    static CodeBlock tagSet(Tags tags) {
        ClassName set = Names.model("TagSet");
        return tags instanceof EnumTags
                ? CodeBlock.of("$T.of($T.class)", set, tag(tags))
                : CodeBlock.of("$T.learned()", set);
    }

    /** The field with the half of the runtime that reads the tags of one head. */
    static String core(String of) {
        return of + "Core";
    }

    /** The constant with all heads. */
    FieldSpec constant(RecordTags tags) {
        List<HeadDecl> heads = declaration.heads();
        CodeBlock components = tags.components().stream()
                .map(component -> CodeBlock.of("($T) tags[$L]", tag(component.tags()), number(component.name())))
                .collect(CodeBlock.joining(", "));
        CodeBlock.Builder code = CodeBlock.builder()
                .add("$T.<$T>ofRecord(tags -> new $T($L))", HEADS, record, record, components)
                .indent()
                .indent();
        for (HeadDecl head : heads) {
            LinearDecl linear = head.linear();
            code.add(
                    "\n.head($S, $Lf, $L, $T::$L)",
                    linear.of(),
                    linear.weight(),
                    tagSet(head.tags()),
                    record,
                    linear.of());
        }
        return FieldSpec.builder(ParameterizedTypeName.get(HEADS, record), "HEADS")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(code.unindent().unindent().build())
                .build();
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
