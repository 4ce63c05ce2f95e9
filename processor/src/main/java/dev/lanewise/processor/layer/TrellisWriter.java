package dev.lanewise.processor.layer;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.plan.HmmPlan;
import javax.lang.model.element.Modifier;

/**
 * Writes the dynamic programmes of a hidden Markov model. In order 1 a state is a candidate of a slot; in order 2 it is a pair of
 * neighbouring candidates, and belongs to the slot of the right one. Sums and products run in double, one after the other in
 * the order of the tags, so that they are the same bits everywhere.
 */
public final class TrellisWriter {

    private static final ClassName TRELLIS = Names.runtime("hmm", "Trellis");
    private static final ClassName TRANSITIONS = Names.runtime("hmm", "Transitions");
    private static final ClassName SCALING = Names.runtime("hmm", "Scaling");
    private static final ClassName LATTICE = Names.runtime("hmm", "Lattice");
    private static final TypeName DOUBLES = ArrayTypeName.of(double.class);
    private static final TypeName INTS = ArrayTypeName.of(int.class);

    private final int order;
    private final TrellisSteps steps;
    private final boolean learned;

    private TrellisWriter(HmmPlan plan) {
        this.order = plan.order();
        this.learned = order == 2 && plan.tags().isEmpty();
        String width = learned ? "width" : String.valueOf(plan.tags().orElse(0) + 1);
        this.steps = order == 1 ? new FirstOrderSteps() : new SecondOrderSteps(width);
    }

    /** The nested class {@code ModelTrellis}. */
    public static TypeSpec of(HmmPlan plan) {
        return new TrellisWriter(plan).type();
    }

    private TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder("ModelTrellis")
                .addJavadoc("One thread's buffers, and the paths through the candidates of a sentence.")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(TRELLIS)
                .addField(INTS, "contexts", Modifier.PRIVATE, Modifier.FINAL)
                .addField(DOUBLES, "transitions", Modifier.PRIVATE, Modifier.FINAL);
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(TRANSITIONS, "smoothed")
                .addStatement("contexts = smoothed.contexts()")
                .addStatement("transitions = smoothed.rows()");
        if (learned) {
            type.addField(TypeName.INT, "width", Modifier.PRIVATE, Modifier.FINAL);
            constructor.addStatement("width = smoothed.width()");
        }
        return type.addField(buffer(TypeName.DOUBLE, "forward"))
                .addField(buffer(TypeName.DOUBLE, "backward"))
                .addField(buffer(TypeName.INT, "previous"))
                .addField(buffer(TypeName.INT, "states"))
                .addMethod(constructor.build())
                .addMethod(best())
                .addMethod(posteriors())
                .addMethod(reserve())
                .addMethod(step("bestStep", "The heaviest path to each state of a slot.", steps.best()))
                .addMethod(follow())
                .addMethod(step("forwardStep", "The weight of all paths to each state of a slot.", steps.forward()))
                .addMethod(step(
                        "backwardStep",
                        "The weight of all paths from each state of the slot before.",
                        steps.backward()))
                .addMethod(share())
                .build();
    }

    private static FieldSpec buffer(TypeName element, String name) {
        return FieldSpec.builder(ArrayTypeName.of(element), name, Modifier.PRIVATE)
                .initializer("new $T[0]", element)
                .build();
    }

    private MethodSpec best() {
        return override("best")
                .addParameter(INTS, "path")
                .addStatement("reserve(lattice)")
                .addStatement("long exponent = 0")
                .beginControlFlow("for (int slot = $L; slot < lattice.slots(); slot++)", order)
                .addStatement("bestStep(lattice, slot)")
                .addStatement("exponent += $T.normalise(forward, states[slot], states[slot + 1])", SCALING)
                .endControlFlow()
                .addStatement("return $T.log(follow(lattice, path), exponent)", SCALING)
                .build();
    }

    private MethodSpec posteriors() {
        return override("posteriors")
                .addParameter(DOUBLES, "posteriors")
                .addStatement("reserve(lattice)")
                .addStatement("int last = lattice.slots() - 1")
                .addStatement("long exponent = 0")
                .beginControlFlow("for (int slot = $L; slot <= last; slot++)", order)
                .addStatement("forwardStep(lattice, slot)")
                .addStatement("exponent += $T.normalise(forward, states[slot], states[slot + 1])", SCALING)
                .endControlFlow()
                .addStatement("double sum = 0")
                .beginControlFlow("for (int state = states[last]; state < states[last + 1]; state++)")
                .addStatement("sum += forward[state]")
                .addStatement("backward[state] = 1")
                .endControlFlow()
                .beginControlFlow("for (int slot = last; slot >= $L; slot--)", order)
                .addStatement("share(lattice, slot, posteriors)")
                .addStatement("backwardStep(lattice, slot)")
                .addStatement("$T.normalise(backward, states[slot - 1], states[slot])", SCALING)
                .endControlFlow()
                .addStatement("return $T.log(sum, exponent)", SCALING)
                .build();
    }

    private MethodSpec reserve() {
        return method("reserve")
                .addJavadoc("Finds out where the states of each slot begin, and that of the boundary weighs 1.")
                .addCode(steps.states())
                .addStatement("int size = states[lattice.slots()]")
                .beginControlFlow("if (forward.length < size)")
                .addStatement("forward = new double[2 * size]")
                .addStatement("backward = new double[2 * size]")
                .addStatement("previous = new int[2 * size]")
                .endControlFlow()
                .addStatement("forward[states[$L]] = 1", order - 1)
                .build();
    }

    private MethodSpec follow() {
        return method("follow")
                .addJavadoc("Goes back from the heaviest state of the last slot, whose weight it returns.")
                .addParameter(INTS, "path")
                .returns(double.class)
                .addCode(steps.follow())
                .build();
    }

    private MethodSpec share() {
        return method("share")
                .addJavadoc("The part of each candidate of a slot in the weight of all paths.")
                .addParameter(TypeName.INT, "slot")
                .addParameter(DOUBLES, "posteriors")
                .addStatement("int[] first = lattice.first()")
                .addStatement("double sum = 0")
                .beginControlFlow("for (int c = first[slot]; c < first[slot + 1]; c++)")
                .addStatement("posteriors[c] = 0")
                .endControlFlow()
                .addStatement("int state = states[slot]")
                .addCode(steps.share())
                .beginControlFlow("for (int c = first[slot]; c < first[slot + 1]; c++)")
                .addStatement("posteriors[c] /= sum")
                .endControlFlow()
                .build();
    }

    private static MethodSpec step(String name, String about, CodeBlock body) {
        return method(name)
                .addJavadoc(about)
                .addParameter(TypeName.INT, "slot")
                .addStatement("int[] first = lattice.first()")
                .addStatement("int[] tags = lattice.tags()")
                .addStatement("double[] emissions = lattice.emissions()")
                .addCode(body)
                .build();
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE).addParameter(LATTICE, "lattice");
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(double.class)
                .addParameter(LATTICE, "lattice");
    }
}
