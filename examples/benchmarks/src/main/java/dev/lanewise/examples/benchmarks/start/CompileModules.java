package dev.lanewise.examples.benchmarks.start;

import java.util.List;
import javax.tools.ToolProvider;

/** Compiles one project again and again in one JVM, as a build compiles its modules. */
public final class CompileModules {

    private CompileModules() {}

    /**
     * Ends with code 1 if javac fails.
     *
     * @param args how often, then the arguments of javac
     */
    public static void main(String[] args) {
        String[] arguments = List.of(args).subList(1, args.length).toArray(String[]::new);
        for (int module = 0; module < Integer.parseInt(args[0]); module++) {
            if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments) != 0) {
                System.exit(1);
            }
        }
    }
}
