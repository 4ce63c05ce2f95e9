package dev.lanewise.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * The two ways of writing one kernel: a lane is a float of a vector, or the float itself. Every layer is emitted in terms of
 * this class, so that its vector and its scalar twin perform the same operations in the same order on every number, be it in one
 * loop or in several.
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
        public CodeBlock load(String array, String index) {
            return CodeBlock.of("$T$L", Names.FLOAT_VECTOR, ".fromArray(S, " + array + ", " + index + ")");
        }

        @Override
        public CodeBlock store(Object value, Object array, Object index) {
            return joined("$L.intoArray($L, $L)", value, array, index);
        }

        @Override
        public CodeBlock broadcast(Object value) {
            return CodeBlock.of("$T.broadcast(S, $L)", Names.FLOAT_VECTOR, value);
        }

        @Override
        public CodeBlock fma(Object a, Object b, Object c) {
            return joined("$L.fma($L, $L)", a, b, c);
        }

        @Override
        public CodeBlock mul(Object a, Object b) {
            return joined("$L.mul($L)", a, b);
        }

        @Override
        public CodeBlock add(Object a, Object b) {
            return joined("$L.add($L)", a, b);
        }

        @Override
        public CodeBlock sub(Object a, Object b) {
            return joined("$L.sub($L)", a, b);
        }

        @Override
        public CodeBlock div(Object a, Object b) {
            return joined("$L.div($L)", a, b);
        }

        @Override
        public CodeBlock clamp(Object x, Object low, Object high) {
            return joined("$L.min($L).max($L)", x, high, low);
        }

        // Four integer operations; with NaN to be kept, a minimum and a maximum of floats are twelve.
        @Override
        public CodeBlock range(String x, String of) {
            return CodeBlock.builder()
                    .addStatement("$1T $2LBits = $2L.reinterpretAsInts()", Names.INT_VECTOR, x)
                    .addStatement(
                            "$1T $2LRaised = $2LBits.and(0x7fffffff).add($3T.RAISE)",
                            Names.INT_VECTOR,
                            x,
                            Names.SCALAR_MATH)
                    .addStatement(
                            "$1T $2LMagnitude = $2LRaised.min($3T.$4L_MAX_RAISED).sub($3T.RAISE)",
                            Names.INT_VECTOR,
                            x,
                            Names.SCALAR_MATH,
                            of)
                    .addStatement("$1L = $1LMagnitude.or($1LBits.and(0x80000000)).reinterpretAsFloats()", x)
                    .build();
        }

        @Override
        public CodeBlock polynomial(String name, String of, List<String> coefficients) {
            StringBuilder sum = new StringBuilder(of);
            sum.append(".fma(")
                    .append(coefficients.get(0))
                    .append(", ")
                    .append(coefficients.get(1))
                    .append(')');
            for (int i = 2; i < coefficients.size(); i++) {
                sum.append(i % CHAIN == 1 ? "\n.fma(" : ".fma(")
                        .append(of)
                        .append(", ")
                        .append(coefficients.get(i))
                        .append(')');
            }
            return CodeBlock.builder()
                    .addStatement(declare(name, CodeBlock.of("$L", sum)))
                    .build();
        }

        @Override
        public CodeBlock greater(Object a, Object b, Object x, Object y) {
            return CodeBlock.of("$L.blend($L, $L.compare($T.GT, $L))", y, x, a, Names.VECTOR_OPERATORS, b);
        }

        @Override
        public CodeBlock powerOfTwo(Object bits) {
            return CodeBlock.of(
                    "$L.reinterpretAsInts().lanewise($T.LSHL, 23).add(0x3f800000).reinterpretAsFloats()",
                    bits,
                    Names.VECTOR_OPERATORS);
        }

        @Override
        public CodeBlock binaryExponent(Object x) {
            return CodeBlock.of(
                    "$L.reinterpretAsInts().sub(0x3f3504f3).lanewise($T.ASHR, 23).add(0x4b400000).reinterpretAsFloats()",
                    x,
                    Names.VECTOR_OPERATORS);
        }

        @Override
        public CodeBlock scaledDown(Object x, Object bits) {
            return CodeBlock.of(
                    "$L.reinterpretAsInts().sub($L.reinterpretAsInts().lanewise($T.LSHL, 23)).reinterpretAsFloats()",
                    x,
                    bits,
                    Names.VECTOR_OPERATORS);
        }

        @Override
        public String step(int vectors) {
            return vectors == 1 ? "L" : vectors + " * L";
        }
    },

    /** Plain Java. */
    SCALAR("ScalarKernels", "Plain Java kernels: the operations of the SIMD ones, one number at a time.") {
        @Override
        public TypeName type() {
            return TypeName.FLOAT;
        }

        @Override
        public CodeBlock load(String array, String index) {
            return joined("$L[$L]", array, index);
        }

        @Override
        public CodeBlock store(Object value, Object array, Object index) {
            return joined("$L[$L] = $L", array, index, value);
        }

        @Override
        public CodeBlock broadcast(Object value) {
            return CodeBlock.of("$L", value);
        }

        @Override
        public CodeBlock fma(Object a, Object b, Object c) {
            return CodeBlock.of("$T$L", Names.LANES, joined(".fma($L, $L, $L)", a, b, c));
        }

        @Override
        public CodeBlock mul(Object a, Object b) {
            return joined("$L * $L", a, b);
        }

        @Override
        public CodeBlock add(Object a, Object b) {
            return joined("$L + $L", a, b);
        }

        @Override
        public CodeBlock sub(Object a, Object b) {
            return joined("$L - $L", a, b);
        }

        @Override
        public CodeBlock div(Object a, Object b) {
            return joined("$L / $L", a, b);
        }

        @Override
        public CodeBlock clamp(Object x, Object low, Object high) {
            return CodeBlock.of("$1T.max($2L, $1T.min($3L, $4L))", Math.class, low, high, x);
        }

        @Override
        public CodeBlock range(String x, String of) {
            return CodeBlock.builder()
                    .addStatement(
                            "$1L = $2T.max($3T.$4L_MIN, $2T.min($3T.$4L_MAX, $1L))",
                            x,
                            Math.class,
                            Names.SCALAR_MATH,
                            of)
                    .build();
        }

        @Override
        public CodeBlock polynomial(String name, String of, List<String> coefficients) {
            CodeBlock.Builder code =
                    CodeBlock.builder().addStatement(declare(name, fma(of, coefficients.get(0), coefficients.get(1))));
            for (String coefficient : coefficients.subList(2, coefficients.size())) {
                code.addStatement("$L = $L", name, fma(name, of, coefficient));
            }
            return code.build();
        }

        @Override
        public CodeBlock greater(Object a, Object b, Object x, Object y) {
            return CodeBlock.of("$L > $L ? $L : $L", a, b, x, y);
        }

        @Override
        public CodeBlock powerOfTwo(Object bits) {
            return CodeBlock.of(
                    "$1T.intBitsToFloat(($1T.floatToRawIntBits($2L) << 23) + 0x3f800000)", Float.class, bits);
        }

        @Override
        public CodeBlock binaryExponent(Object x) {
            return CodeBlock.of(
                    "$1T.intBitsToFloat((($1T.floatToRawIntBits($2L) - 0x3f3504f3) >> 23) + 0x4b400000)",
                    Float.class,
                    x);
        }

        @Override
        public CodeBlock scaledDown(Object x, Object bits) {
            return CodeBlock.of(
                    "$1T.intBitsToFloat($1T.floatToRawIntBits($2L) - ($1T.floatToRawIntBits($3L) << 23))",
                    Float.class,
                    x,
                    bits);
        }

        @Override
        public String step(int vectors) {
            return String.valueOf(vectors);
        }
    };

    /** Additions of a polynomial on a line. */
    private static final int CHAIN = 3;

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

    /** Reads from an array. */
    public abstract CodeBlock load(String array, String index);

    /** A statement that writes to an array. */
    public abstract CodeBlock store(Object value, Object array, Object index);

    /** One number in every lane. */
    public abstract CodeBlock broadcast(Object value);

    /** a * b + c, rounded once. */
    public abstract CodeBlock fma(Object a, Object b, Object c);

    /** a * b; operands are names or calls, never sums. */
    public abstract CodeBlock mul(Object a, Object b);

    /** a + b; operands are names or calls. */
    public abstract CodeBlock add(Object a, Object b);

    /** a - b; operands are names, calls or products. */
    public abstract CodeBlock sub(Object a, Object b);

    /** a / b; operands are names, calls or, of a, products. */
    public abstract CodeBlock div(Object a, Object b);

    /** x between two bounds; NaN stays NaN. */
    public abstract CodeBlock clamp(Object x, Object low, Object high);

    /** Statements that bring x to where an approximation of ScalarMath holds, TANH or SIGMOID; NaN stays NaN. */
    public abstract CodeBlock range(String x, String of);

    /** A statement that declares a polynomial by Horner's rule, its coefficients from the highest one on. */
    public abstract CodeBlock polynomial(String name, String of, List<String> coefficients);

    /** x where a &gt; b, otherwise y; operands are names. */
    public abstract CodeBlock greater(Object a, Object b, Object x, Object y);

    /** 2 to the power of the integer in the low bits of a float. */
    public abstract CodeBlock powerOfTwo(Object bits);

    /** The power of two by which x exceeds a number in [sqrt(1/2), sqrt(2)): an integer in the low bits of a float of 1.5 * 2^23. */
    public abstract CodeBlock binaryExponent(Object x);

    /** x divided by two to the power of the integer in the low bits of a float. */
    public abstract CodeBlock scaledDown(Object x, Object bits);

    /** A declaration of a local variable. */
    public CodeBlock declare(String name, CodeBlock value) {
        return CodeBlock.of("$T$L$L", type(), " " + name + " = ", value);
    }

    /**
     * Operands in the places of {@code $L}; a single part if none of them is code itself, since JavaPoet searches each part for
     * the ends of lines, twice.
     */
    private static CodeBlock joined(String format, Object... operands) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Object operand : operands) {
            if (operand instanceof CodeBlock) {
                return CodeBlock.of(format, operands);
            }
            int place = format.indexOf("$L", from);
            text.append(format, from, place).append(operand);
            from = place + 2;
        }
        return CodeBlock.of("$L", text.append(format, from, format.length()));
    }

    /** How many numbers so many vectors hold. */
    public abstract String step(int vectors);
}
