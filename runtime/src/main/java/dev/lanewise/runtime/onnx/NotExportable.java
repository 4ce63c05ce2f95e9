package dev.lanewise.runtime.onnx;

/** A model that cannot be written as an ONNX graph. The message says which part of it, and what to do. */
final class NotExportable extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    NotExportable(String problem) {
        this(problem, "save the model again with this version of Lanewise");
    }

    NotExportable(String problem, String remedy) {
        super(problem + "; " + remedy);
        this.problem = problem;
        this.remedy = remedy;
    }

    String problem() {
        return problem;
    }

    String remedy() {
        return remedy;
    }
}
