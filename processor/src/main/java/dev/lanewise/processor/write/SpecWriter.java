package dev.lanewise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.plan.LayerPlan;
import dev.lanewise.processor.plan.LookupPlan;
import dev.lanewise.processor.plan.ModelPlan;
import dev.lanewise.processor.plan.ParameterPlan;
import dev.lanewise.processor.read.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes what the runtime needs to know of a declaration: the model's specification and the indexes of its parameters. */
final class SpecWriter {
    /** Compilers go down a chain by recursion, and a thread's stack of one megabyte ends below some five hundred calls. */
    private static final int LONGEST_CHAIN = 200;

    static final ClassName SPEC = Names.model("ModelSpec");
    private static final ClassName FEATURES = Names.model("FeatureSpec");
    private static final ClassName PARAMETER = Names.model("ParameterSpec");
    private static final ClassName INIT = Names.model("Init");

    private final Declaration declaration;
    private final ModelPlan plan;

    SpecWriter(Declaration declaration, ModelPlan plan) {
        this.declaration = declaration;
        this.plan = plan;
    }

    /** These constants, each with the index of its parameter. */
    List<FieldSpec> indexes(Set<String> indexed) {
        List<FieldSpec> fields = new ArrayList<>();
        List<ParameterPlan> parameters = plan.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (indexed.contains(parameters.get(i).constant())) {
                fields.add(FieldSpec.builder(TypeName.INT, parameters.get(i).constant())
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("$L", i)
                        .build());
            }
        }
        return fields;
    }

    /** The constant with the declaration in full. */
    FieldSpec text() {
        return FieldSpec.builder(String.class, "DECLARATION", Modifier.STATIC, Modifier.FINAL)
                .initializer(declared())
                .build();
    }

    /** A line for each annotation. */
    private CodeBlock declared() {
        CodeBlock.Builder code = CodeBlock.builder().indent().indent();
        String before = "$S";
        for (String annotation : plan.declaration().split("(?= @)")) {
            code.add(before, annotation);
            before = "\n+ $S";
        }
        return code.unindent().unindent().build();
    }

    /** The constant with the features. */
    FieldSpec features() {
        return FieldSpec.builder(FEATURES, "FEATURES", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(featureChain())
                .build();
    }

    /** The constant with the specification; before it, where the chain of calls would be very long, constants with its first parts. */
    List<FieldSpec> spec() {
        List<CodeBlock> calls = new ArrayList<>();
        for (LayerPlan layer : plan.layers()) {
            calls.add(CodeBlock.of(
                    "\n.layer($S, $S, $L, $L)", layer.annotation(), layer.name(), layer.inputs(), layer.outputs()));
        }
        for (ParameterPlan parameter : plan.parameters()) {
            calls.add(CodeBlock.of("\n$L", parameter(parameter)));
        }
        String name = declaration.type().getSimpleName().toString();
        CodeBlock start = CodeBlock.of("$T.of($S, DECLARATION, FEATURES)", SPEC, name);
        List<FieldSpec> fields = new ArrayList<>();
        for (int from = 0; from == 0 || from < calls.size(); from += LONGEST_CHAIN) {
            int to = Math.min(calls.size(), from + LONGEST_CHAIN);
            boolean last = to == calls.size();
            CodeBlock.Builder chain = CodeBlock.builder().add(start).indent().indent();
            calls.subList(from, to).forEach(chain::add);
            chain.add(last ? "\n.build()" : "").unindent().unindent();
            String constant = last ? "SPEC" : "SPEC_PART_" + (fields.size() + 1);
            fields.add(FieldSpec.builder(
                            last ? SPEC : SPEC.nestedClass("Builder"),
                            constant,
                            Modifier.PRIVATE,
                            Modifier.STATIC,
                            Modifier.FINAL)
                    .initializer(chain.build())
                    .build());
            start = CodeBlock.of("$L", constant);
        }
        return fields;
    }

    private CodeBlock featureChain() {
        if (plan.input().isPresent()) {
            return CodeBlock.of("$T.ofVectors($L)", FEATURES, plan.input().get().dim());
        }
        CodeBlock.Builder code = CodeBlock.builder()
                .add(declaration.columns().isEmpty() ? "$T.ofText()" : "$T.ofTokens(COLUMNS)", FEATURES);
        code.indent().indent();
        for (LookupPlan lookup : plan.lookups()) {
            String column = lookup.column() == 0 ? "" : lookup.column() + ", ";
            code.add(
                    "\n.lookup($S, $L$T.$L, $L, $L, $L)",
                    lookup.name(),
                    column,
                    Names.runtime("data", "LookupKind"),
                    lookup.kind(),
                    lookup.length(),
                    lookup.minCount(),
                    lookup.unknown());
        }
        return code.unindent().unindent().build();
    }

    private static CodeBlock parameter(ParameterPlan parameter) {
        CodeBlock init = parameter.fanIn() > 0
                ? CodeBlock.of("$T.fanIn($L)", INIT, parameter.fanIn())
                : parameter.bound() > 0
                        ? CodeBlock.of("$T.uniform($Lf)", INIT, parameter.bound())
                        : CodeBlock.of("$T.$L()", INIT, parameter.counted() ? "counted" : "normal");
        if (parameter.width() > 0) {
            return CodeBlock.of(
                    ".convolution($S, $S, $L, $L, $L, $L, $L)",
                    parameter.name(),
                    parameter.annotation(),
                    parameter.rows(),
                    parameter.columns() / parameter.width(),
                    parameter.width(),
                    parameter.stride(),
                    init);
        }
        return CodeBlock.of(
                ".parameter($S, $S, $L, $T.Rows.$L, $L, $L, $L)",
                parameter.name(),
                parameter.annotation(),
                parameter.rows(),
                PARAMETER,
                parameter.rowsOf(),
                parameter.columns(),
                parameter.stride(),
                init);
    }

    /** The table of layers in the class's Javadoc. */
    CodeBlock table() {
        CodeBlock.Builder code = CodeBlock.builder();
        code.add("<table>\n<caption>Layers, and what one word costs</caption>\n");
        code.add("<tr><th>layer<th>in<th>out<th>parameters<th>multiply-adds\n");
        for (LayerPlan layer : plan.layers()) {
            String inputs = layer.inputs() == 0 ? "tags" : "" + layer.inputs();
            String outputs = layer.outputs() == 0 ? "tags" : "" + layer.outputs();
            code.add(
                    "<tr><td>{@code $L}<td>$L<td>$L<td>$L<td>$L\n",
                    layer.annotation(),
                    inputs,
                    outputs,
                    parameters(layer),
                    layer.outputs() == 0 ? inputs + " x tags" : layer.multiplyAdds());
        }
        return code.add("</table>\n").build();
    }

    /** The number of parameters: a formula where the data have a say. */
    private String parameters(LayerPlan layer) {
        long fixed = 0;
        List<String> terms = new ArrayList<>();
        for (ParameterPlan parameter : layer.parameters()) {
            if (parameter.counted()) {
                continue;
            }
            String tags = parameter.columns() == ParameterPlan.AS_ROWS ? "tags x " : "";
            int columns = Math.max(1, parameter.columns());
            switch (parameter.rowsOf()) {
                case FIXED -> fixed += (long) parameter.rows() * columns;
                case LOOKUP -> {
                    LookupPlan lookup = plan.lookups().get(parameter.rows());
                    terms.add(columns + " x " + lookup.kind().entries());
                }
                case TAGS -> terms.add(columns == 1 ? tags + "tags" : columns + " x tags");
            }
        }
        if (fixed > 0) {
            terms.add("" + fixed);
        }
        return terms.isEmpty() ? "0" : String.join(" + ", terms);
    }
}
