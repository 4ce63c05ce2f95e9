package dev.lanewise.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * The two ways of writing one kernel: a lane is a float of a vector, or the float itself. Every layer is emitted once in terms
 * of this class, so that its vector and its scalar twin perform the same operations in the same order on every number.
 */
public enum Dialect {
    /** {@code jdk.incubator.vector}. */
    VECTOR(
            "VectorKernels",
            "SIMD kernels on jdk.incubator.vector: lanes are outputs, so every width gives the same bits.") {
        @Override
        public TypeName type() {
            return Names.FLOAT_VECTOR;
        }

        @Override
        public String suffix(int lanes) {
            return "Of" + lanes;
        }

        @Override
        public CodeBlock load(int lanes, Object array, Object index) {
            return CodeBlock.of("$T.fromArray(S$L, $L, $L)", Names.FLOAT_VECTOR, lanes, array, index);
        }

        @Override
        public CodeBlock store(Object value, Object array, Object index) {
            return CodeBlock.of("$L.intoArray($L, $L)", value, array, index);
        }

        @Override
        public CodeBlock broadcast(int lanes, Object value) {
            return CodeBlock.of("$T.broadcast(S$L, $L)", Names.FLOAT_VECTOR, lanes, value);
        }

        @Override
        public CodeBlock fma(Object a, Object b, Object c) {
            return CodeBlock.of("$L.fma($L, $L)", a, b, c);
        }

        @Override
        public CodeBlock mul(Object a, Object b) {
            return CodeBlock.of("$L.mul($L)", a, b);
        }

        @Override
        public CodeBlock sub(Object a, Object b) {
            return CodeBlock.of("$L.sub($L)", a, b);
        }

        @Override
        public CodeBlock call(int lanes, String function, Object x) {
            return CodeBlock.of("$T.$L(S$L, $L)", Names.VECTOR_MATH, function, lanes, x);
        }

        @Override
        public String step(int lanes, int vectors) {
            return vectors == 1 ? "L" + lanes : vectors + " * L" + lanes;
        }
    },

    /** Plain Java. */
    SCALAR("ScalarKernels", "Plain Java kernels: the operations of the SIMD ones, one number at a time.") {
        @Override
        public TypeName type() {
            return TypeName.FLOAT;
        }

        @Override
        public String suffix(int lanes) {
            return "";
        }

        @Override
        public CodeBlock load(int lanes, Object array, Object index) {
            return CodeBlock.of("$L[$L]", array, index);
        }

        @Override
        public CodeBlock store(Object value, Object array, Object index) {
            return CodeBlock.of("$L[$L] = $L", array, index, value);
        }

        @Override
        public CodeBlock broadcast(int lanes, Object value) {
            return CodeBlock.of("$L", value);
        }

        @Override
        public CodeBlock fma(Object a, Object b, Object c) {
            return CodeBlock.of("$T.fma($L, $L, $L)", Names.LANES, a, b, c);
        }

        @Override
        public CodeBlock mul(Object a, Object b) {
            return CodeBlock.of("$L * $L", a, b);
        }

        @Override
        public CodeBlock sub(Object a, Object b) {
            return CodeBlock.of("$L - $L", a, b);
        }

        @Override
        public CodeBlock call(int lanes, String function, Object x) {
            return CodeBlock.of("$T.$L($L)", Names.SCALAR_MATH, function, x);
        }

        @Override
        public String step(int lanes, int vectors) {
            return String.valueOf(vectors);
        }
    };

    private final String kernels;
    private final String about;

    Dialect(String kernels, String about) {
        this.kernels = kernels;
        this.about = about;
    }

    /** The name of the class of this dialect's kernels. */
    public String kernels() {
        return kernels;
    }

    /** What that class's Javadoc says. */
    public String about() {
        return about;
    }

    /** The type of a local variable that holds a lane or a vector of them. */
    public abstract TypeName type();

    /** What ends the names of the tile methods of a width: empty where there is only one. */
    public abstract String suffix(int lanes);

    /** Reads from an array. */
    public abstract CodeBlock load(int lanes, Object array, Object index);

    /** A statement that writes to an array. */
    public abstract CodeBlock store(Object value, Object array, Object index);

    /** One number in every lane. */
    public abstract CodeBlock broadcast(int lanes, Object value);

    /** a * b + c, rounded once. */
    public abstract CodeBlock fma(Object a, Object b, Object c);

    /** a * b; operands are names or calls, never sums. */
    public abstract CodeBlock mul(Object a, Object b);

    /** a - b; operands are names, calls or products. */
    public abstract CodeBlock sub(Object a, Object b);

    /** An activation by its name in ScalarMath and VectorMath. */
    public abstract CodeBlock call(int lanes, String function, Object x);

    /** How many numbers so many vectors hold. */
    public abstract String step(int lanes, int vectors);
}
