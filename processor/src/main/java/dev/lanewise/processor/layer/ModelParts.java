package dev.lanewise.processor.layer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.lanewise.processor.emit.Kernel;
import dev.lanewise.processor.emit.Names;
import dev.lanewise.processor.emit.Product;
import dev.lanewise.processor.plan.EncoderPlan;
import dev.lanewise.processor.plan.ParameterPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** What the layers contribute to the generated class. */
public final class ModelParts {

    private static final String SLABS = "slab, backwardSlab";

    private final List<Kernel> kernels = new ArrayList<>();
    private final Set<String> indexed = new HashSet<>();
    private final List<FieldSpec> netFields = new ArrayList<>();
    private final List<String> packed = new ArrayList<>();
    private boolean slabsWanted;
    private boolean panelWanted;
    private final List<FieldSpec> passFields = new ArrayList<>();
    private final List<MethodSpec> passMethods = new ArrayList<>();
    private final CodeBlock.Builder reserve = CodeBlock.builder();
    private final CodeBlock.Builder reserveBackward = CodeBlock.builder();
    private CodeBlock.Builder forward = CodeBlock.builder();
    private CodeBlock features = CodeBlock.builder().build();
    private final CodeBlock.Builder tokens = CodeBlock.builder();
    private boolean tokensWanted;
    private int tokenSize;
    private final List<CodeBlock> backward = new ArrayList<>();
    private final List<String> runs = new ArrayList<>();
    private final List<TypeSpec> heads = new ArrayList<>();

    /** Adds kernels. */
    void kernels(List<Kernel> more) {
        kernels.addAll(more);
    }

    /** Adds a kernel that several layers share, once. */
    void shared(Kernel kernel) {
        if (kernels.stream().noneMatch(other -> other.name().equals(kernel.name()))) {
            kernels.add(kernel);
        }
    }

    /** The constant that holds the index of a parameter. Those that are reached from one of these need none of their own. */
    String index(ParameterPlan parameter) {
        indexed.add(parameter.constant());
        return parameter.constant();
    }

    /** Adds a final field of the network, initialised from {@code parameters}. */
    void weights(TypeName type, String name, CodeBlock initializer) {
        netFields.add(FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL)
                .initializer(initializer)
                .build());
    }

    /** Adds a final field of the network that is repacked after every change of the parameters. */
    void packed(TypeName type, String name, CodeBlock initializer) {
        weights(type, name, initializer);
        packed.add(name);
    }

    /** The names of the memories that packed weights share: those of the forward pass, and those of the backward pass. */
    String slabs() {
        slabsWanted = true;
        return SLABS;
    }

    /** What the network's constructor begins with. */
    public CodeBlock beforeWeights() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (String name : slabsWanted ? SLABS.split(", ") : new String[0]) {
            code.addStatement("$1T $2L = new $1T()", Names.model("Slab"), name);
        }
        return code.build();
    }

    /** Adds a matrix of the forward pass. */
    public void matrix(String name, CodeBlock size) {
        buffer(name);
        reserve.addStatement("$1L = $2T.grown($1L, $3L)", name, Names.model("Rows"), size);
    }

    /** Adds a matrix of the backward pass, which begins it with zeros. */
    public void gradientMatrix(String name, CodeBlock size) {
        buffer(name);
        reserveBackward.addStatement("$1L = $2T.zeros($1L, $3L)", name, Names.model("Rows"), size);
    }

    /** Adds an array without saying when it grows. */
    public void buffer(String name) {
        passFields.add(FieldSpec.builder(Names.FLOATS, name, Modifier.PRIVATE)
                .initializer("new float[0]")
                .build());
    }

    /**
     * What kernels of weight gradients get before the gradient: the pass's panel where the layer's products are large, grown
     * by the statement that this adds to the method, otherwise nothing.
     *
     * @param rows the rows that the gradient sums over
     */
    String panel(EncoderPlan layer, MethodSpec.Builder method, String rows) {
        if (!GateKernels.isHot(layer)) {
            return "";
        }
        if (!panelWanted) {
            panelWanted = true;
            buffer("panel");
        }
        method.addStatement(
                "panel = $T.panel(panel, $L, $L)",
                Names.model("Slab"),
                rows,
                Product.PANEL * layer.hidden().lanes());
        return "panel,$W";
    }

    /** Adds a final field of the pass. */
    void field(TypeName type, String name, CodeBlock initializer) {
        passFields.add(FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL)
                .initializer(initializer)
                .build());
    }

    /** Says that a run's state is carried from call to call. */
    void carried(String run) {
        runs.add(run);
    }

    /** Adds a method of the pass. */
    void method(MethodSpec method) {
        passMethods.add(method);
    }

    /** Adds a step of the forward pass. */
    void forward(String format, Object... arguments) {
        forward.addStatement(format, arguments);
    }

    /** Says that all steps so far depend on single words alone, and whether the next layer's share of them is wanted too. */
    public void endOfFeatures(boolean tokens) {
        features = forward.build();
        forward = CodeBlock.builder();
        tokensWanted = tokens;
    }

    /** Says that the layer that reads the features is written. */
    public void endOfTokens() {
        tokensWanted = false;
    }

    /** Whether the layer that is being written shall compute its share of single words apart. */
    boolean tokensWanted() {
        return tokensWanted;
    }

    /** Adds numbers that depend on single words alone. */
    void tokens(int numbers, String format, Object... arguments) {
        tokenSize += numbers;
        tokens.addStatement(format, arguments);
    }

    /** Adds a step of the backward pass; the last one added runs first. */
    void backward(String format, Object... arguments) {
        backward.add(CodeBlock.builder().addStatement(format, arguments).build());
    }

    /** Adds a head: an inner class of the pass that implements the runtime's {@code Head}, and a field with its only object. */
    void head(TypeSpec head) {
        heads.add(head);
    }

    /** The constants that hold the index of a parameter. */
    public Set<String> indexed() {
        return Set.copyOf(indexed);
    }

    /** The kernels in the order of the layers. */
    public List<Kernel> kernels() {
        return List.copyOf(kernels);
    }

    /** The network's fields. */
    public List<FieldSpec> netFields() {
        return List.copyOf(netFields);
    }

    /** The names of the fields that are repacked. */
    public List<String> packed() {
        return List.copyOf(packed);
    }

    /** The fields of the pass. */
    public List<FieldSpec> passFields() {
        return List.copyOf(passFields);
    }

    /** The methods of the pass. */
    public List<MethodSpec> passMethods() {
        return List.copyOf(passMethods);
    }

    /** The classes of the heads, in the order of the declaration. */
    public List<TypeSpec> heads() {
        return List.copyOf(heads);
    }

    /** What a forward pass reserves. */
    public CodeBlock reserve() {
        return reserve.build();
    }

    /** What a backward pass reserves. */
    public CodeBlock reserveBackward() {
        return reserveBackward.build();
    }

    /** The steps of the forward pass that depend on single words alone. */
    public CodeBlock features() {
        return features;
    }

    /** The steps behind those that compute the numbers of single words; empty if nobody wants them. */
    public CodeBlock tokens() {
        return tokens.build();
    }

    /** How many numbers of a single word there are so far. */
    public int tokenSize() {
        return tokenSize;
    }

    /** The steps of the forward pass from where words meet. */
    public CodeBlock forward() {
        return forward.build();
    }

    /** The steps of the backward pass: those of the layers in reverse. */
    public CodeBlock backward() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i = backward.size() - 1; i >= 0; i--) {
            code.add(backward.get(i));
        }
        return code.build();
    }

    /** The names of the runs whose state is carried. */
    public List<String> carried() {
        return List.copyOf(runs);
    }
}
