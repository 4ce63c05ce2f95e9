package dev.lanewise.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The activations, written out to the last operation wherever they stand: a shared method that takes a vector is either not inlined
 * or exhausts the JIT's inlining budget, and every vector would be boxed. The operations are those of the runtime's
 * {@code ScalarMath}.
 */
public enum Activation {
    /** The hyperbolic tangent: a rational approximation. */
    TANH("tanh(x), a polynomial of degree 13 over one of degree 6.") {
        @Override
        public void constants(Dialect in, CodeBlock.Builder code) {
            rationalConstants(in, code);
        }

        @Override
        public void apply(Dialect in, CodeBlock.Builder code, String x) {
            code.addStatement("$L = $L", x, rational(in, code, x));
        }
    },

    /** The logistic function, through tanh. */
    SIGMOID("1 / (1 + exp(-x)), computed as (1 + tanh(x / 2)) / 2.") {
        @Override
        public void constants(Dialect in, CodeBlock.Builder code) {
            code.addStatement(in.declare("half", in.broadcast("0.5f")));
            code.addStatement(in.declare("quarter", in.broadcast("0.25f")));
            rationalConstants(in, code);
        }

        @Override
        public void apply(Dialect in, CodeBlock.Builder code, String x) {
            // x is not halved: the coefficients are scaled instead, and the quotient is twice the tanh.
            code.addStatement("$L = $L", x, in.fma(rational(in, code, x), "quarter", "half"));
        }
    },

    /** The exponential function: reduced by powers of two, then a polynomial. */
    EXP("exp(x), reduced by powers of two to a polynomial of degree 7.") {
        @Override
        public void constants(Dialect in, CodeBlock.Builder code) {
            declare(in, code, "EXP_MIN", "EXP_MAX", "LOG2_E", "ROUND", "MINUS_LN2_HIGH", "MINUS_LN2_LOW");
            declare(in, code, "EXP_5", "EXP_4", "EXP_3", "EXP_2", "EXP_1", "EXP_0");
            code.addStatement(in.declare("one", in.broadcast("1f")));
        }

        @Override
        public void apply(Dialect in, CodeBlock.Builder code, String x) {
            code.addStatement("$L = $L", x, in.clamp(x, "expMin", "expMax"));
            code.addStatement(in.declare("t", in.fma(x, "log2E", "round")));
            code.addStatement(in.declare("n", in.sub("t", "round")));
            code.addStatement(in.declare("f", in.fma("n", "minusLn2High", x)));
            code.addStatement("f = $L", in.fma("n", "minusLn2Low", "f"));
            code.add(in.polynomial("p", "f", List.of("exp5", "exp4", "exp3", "exp2", "exp1", "exp0")));
            code.addStatement(in.declare("ff", in.mul("f", "f")));
            code.addStatement(in.declare("e", in.fma("p", "ff", "f")));
            code.addStatement("e = $L", in.add("e", "one"));
            code.addStatement(in.declare("scale", in.powerOfTwo("t")));
            code.addStatement("$L = $L", x, in.mul("e", "scale"));
        }
    },

    /** The natural logarithm: reduced by powers of two, then a polynomial. */
    LOG(
            "log(x), reduced by powers of two to a polynomial of degree 10; that of the smallest normal number for anything below.") {
        @Override
        public void constants(Dialect in, CodeBlock.Builder code) {
            declare(in, code, "LOG_MIN", "LOG_MAX", "ROUND", "LN2_HIGH", "LN2_LOW");
            declare(in, code, "LOG_8", "LOG_7", "LOG_6", "LOG_5", "LOG_4", "LOG_3", "LOG_2", "LOG_1", "LOG_0");
            code.addStatement(in.declare("one", in.broadcast("1f")));
            code.addStatement(in.declare("minusHalf", in.broadcast("-0.5f")));
        }

        @Override
        public void apply(Dialect in, CodeBlock.Builder code, String x) {
            // x - x is zero, but not a number where x is none: the bits below would make one of it.
            code.addStatement(in.declare("zero", in.sub(x, x)));
            code.addStatement("$L = $L", x, in.clamp(x, "logMin", "logMax"));
            code.addStatement(in.declare("t", in.binaryExponent(x)));
            code.addStatement(in.declare("n", in.sub("t", "round")));
            code.addStatement(in.declare("f", in.scaledDown(x, "t")));
            code.addStatement("f = $L", in.sub("f", "one"));
            code.addStatement(in.declare("s", in.mul("f", "f")));
            List<String> coefficients = List.of("log8", "log7", "log6", "log5", "log4", "log3", "log2", "log1", "log0");
            code.add(in.polynomial("p", "f", coefficients));
            code.addStatement(in.declare("pf", in.mul("p", "f")));
            code.addStatement(in.declare("y", in.mul("pf", "s")));
            code.addStatement("y = $L", in.fma("n", "ln2Low", "y"));
            code.addStatement("y = $L", in.fma("minusHalf", "s", "y"));
            code.addStatement("f = $L", in.add("f", "y"));
            code.addStatement("y = $L", in.fma("n", "ln2High", "f"));
            code.addStatement("$L = $L", x, in.add("y", "zero"));
        }
    };

    private final String about;

    Activation(String about) {
        this.about = about;
    }

    /** Declares what {@link #apply} reads, once in a method. */
    public abstract void constants(Dialect in, CodeBlock.Builder code);

    /** Statements that put the activation of a variable in its place. */
    public abstract void apply(Dialect in, CodeBlock.Builder code, String x);

    /** The name of the method. */
    String method() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The method, a loop over rows of a matrix. */
    MethodSpec loop(Dialect in) {
        CodeBlock.Builder code = CodeBlock.builder();
        constants(in, code);
        code.beginControlFlow("for (int r = 0; r < rows; r++)");
        code.beginControlFlow("for (int i = 0; i < count; i += $L)", in.step(1));
        code.addStatement(in.declare("x", in.load("from", "f0 + i")));
        apply(in, code, "x");
        code.addStatement(in.store("x", "to", "t0 + i"));
        code.endControlFlow();
        code.addStatement("f0 += fRow");
        code.addStatement("t0 += tRow");
        code.endControlFlow();
        return MethodSpec.methodBuilder(method())
                .addJavadoc("$L", about)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(int.class, "rows")
                .addParameter(int.class, "count")
                .addParameter(Names.FLOATS, "from")
                .addParameter(int.class, "f0")
                .addParameter(int.class, "fRow")
                .addParameter(Names.FLOATS, "to")
                .addParameter(int.class, "t0")
                .addParameter(int.class, "tRow")
                .addCode(code.build())
                .build();
    }

    /** Declares what {@link #rational} reads: the constants of ScalarMath that have this activation's name. */
    final void rationalConstants(Dialect in, CodeBlock.Builder code) {
        String of = name();
        declare(in, code, of + "_P13", of + "_P11", of + "_P9", of + "_P7", of + "_P5", of + "_P3", of + "_P1");
        declare(in, code, of + "_Q6", of + "_Q4", of + "_Q2", of + "_Q0");
    }

    /** Declares an odd polynomial of x and an even one; returns their quotient. */
    final CodeBlock rational(Dialect in, CodeBlock.Builder code, String x) {
        String name = method();
        String square = x + "Square";
        String p = x + "P";
        String q = x + "Q";
        code.add(in.range(x, name()));
        code.addStatement(in.declare(square, in.mul(x, x)));
        code.add(in.polynomial(p, square, coefficients(name + "P", 13)));
        code.add(in.polynomial(q, square, coefficients(name + "Q", 6)));
        return in.div(in.mul(p, x), q);
    }

    /** The names of every other coefficient, down from the highest one. */
    private static List<String> coefficients(String of, int highest) {
        List<String> names = new ArrayList<>();
        for (int degree = highest; degree >= 0; degree -= 2) {
            names.add(of + degree);
        }
        return names;
    }

    /** Constants of ScalarMath in every lane: TANH_P13 becomes tanhP13. */
    private static void declare(Dialect in, CodeBlock.Builder code, String... names) {
        List<CodeBlock> constants = Stream.of(names)
                .map(name -> CodeBlock.of(
                        "$L = $L", local(name), in.broadcast(CodeBlock.of("$T.$L", Names.SCALAR_MATH, name))))
                .toList();
        if (in == Dialect.SCALAR) {
            code.addStatement("$T $L", in.type(), CodeBlock.join(constants, ",$W"));
        } else {
            constants.forEach(constant -> code.addStatement("$T $L", in.type(), constant));
        }
    }

    private static String local(String constant) {
        StringBuilder local = new StringBuilder();
        for (String part : constant.split("_")) {
            local.append(
                    local.isEmpty()
                            ? part.toLowerCase(Locale.ROOT)
                            : part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT));
        }
        return local.toString();
    }
}
