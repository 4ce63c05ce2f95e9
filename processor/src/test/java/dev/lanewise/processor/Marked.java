package dev.lanewise.processor;

import com.google.testing.compile.JavaFileObjects;
import javax.tools.JavaFileObject;

/**
 * The source of {@code p.M}, in which an arrow stands before the place at which a message is expected.
 *
 * @param code the source without the arrow
 * @param line the arrow's line, from 1; 0 without an arrow
 * @param column the arrow's column, from 1; 0 without an arrow
 */
record Marked(String code, long line, long column) {
    private static final String ARROW = "→";
    private static final String PRELUDE =
            "package p; import dev.lanewise.annotation.*; import dev.lanewise.runtime.*; import java.util.*;\n";

    static Marked of(String marked) {
        String all = PRELUDE + marked;
        int at = all.indexOf(ARROW);
        if (at < 0) {
            return new Marked(all, 0, 0);
        }
        String before = all.substring(0, at);
        return new Marked(
                all.replace(ARROW, ""),
                1 + before.chars().filter(each -> each == '\n').count(),
                at - before.lastIndexOf('\n'));
    }

    JavaFileObject file() {
        return JavaFileObjects.forSourceString("p.M", code);
    }

    /** Another source file of the same package. */
    static JavaFileObject other(String name, String code) {
        return JavaFileObjects.forSourceString("p." + name, PRELUDE + code);
    }
}
