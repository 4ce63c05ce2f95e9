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
import dev.lanewise.processor.read.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes how the components of tokens are read, where a model's methods take a record. */
final class TokenWriter {

    private static final ClassName LIST = ClassName.get(List.class);
    private static final ClassName SEQUENCE = Names.runtime("data", "Sequence");
    private static final ClassName TOKEN_SEQUENCE = Names.runtime("data", "TokenSequence");
    private static final ClassName EXAMPLE = Names.runtime("data", "Example");

    private final List<String> columns;
    private final ClassName token;
    private final TypeName tag;

    TokenWriter(Declaration declaration, Tokens.Records records, TypeName tag) {
        this.columns = declaration.columns();
        this.token = ClassName.get(records.type());
        this.tag = tag;
    }

    void addTo(TypeSpec.Builder type) {
        type.addMethod(example());
        type.addMethod(sequence());
    }

    /** The constant with the names of the components that are read. */
    static FieldSpec columns(Declaration declaration) {
        String names =
                declaration.columns().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
        return FieldSpec.builder(ParameterizedTypeName.get(List.class, String.class), "COLUMNS")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.of($L)", List.class, names)
                .build();
    }

    private MethodSpec example() {
        return MethodSpec.methodBuilder("example")
                .addJavadoc("Tokens and their tags, to train with and to measure by.\n\n"
                        + "@throws IllegalArgumentException if there are none, their numbers differ or a component is empty\n"
                        + "@throws NullPointerException if a token, a component or a tag is null\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(ParameterizedTypeName.get(LIST, token), "tokens")
                .addParameter(ParameterizedTypeName.get(LIST, tag), "tags")
                .returns(ParameterizedTypeName.get(EXAMPLE, tag))
                .addStatement("return $T.of(sequence(tokens), tags)", EXAMPLE)
                .build();
    }

    private MethodSpec sequence() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (String column : columns) {
            code.addStatement("$1T[] $2LTexts = new $1T[tokens.size()]", String.class, column);
        }
        code.beginControlFlow("for (int t = 0; t < tokens.size(); t++)")
                .addStatement("$T token = tokens.get(t)", token);
        for (String column : columns) {
            code.addStatement("$1LTexts[t] = token.$1L()", column);
        }
        code.endControlFlow();
        CodeBlock texts = columns.stream()
                .map(column -> CodeBlock.of("$T.asList($LTexts)", Arrays.class, column))
                .collect(CodeBlock.joining(", "));
        code.addStatement("return new $T(tokens,$WCOLUMNS,$W$T.of($L))", TOKEN_SEQUENCE, List.class, texts);
        return MethodSpec.methodBuilder("sequence")
                .addJavadoc("The components of tokens that the model reads, for a training session.\n\n"
                        + "@throws IllegalArgumentException if a component is empty\n"
                        + "@throws NullPointerException if a token or a component is null\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(ParameterizedTypeName.get(LIST, token), "tokens")
                .returns(SEQUENCE)
                .addCode(code.build())
                .build();
    }
}
