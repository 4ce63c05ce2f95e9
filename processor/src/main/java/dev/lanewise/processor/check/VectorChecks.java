package dev.lanewise.processor.check;

import dev.lanewise.processor.read.Declaration;

/** Whether the vector twin can be written as the compiler's option wants it. */
final class VectorChecks implements Checker.Check {
    private final VectorOption option;

    VectorChecks(VectorOption option) {
        this.option = option;
    }

    @Override
    public void check(Declaration declaration, Report.Builder report) {
        // A hidden Markov model has no twins.
        if (declaration.vector() || declaration.hmm().isPresent()) {
            return;
        }
        switch (option) {
            case REQUIRE ->
                report.add(
                        Message.VECTOR_REQUIRED,
                        Place.at(declaration.type()),
                        declaration.type().getSimpleName());
            case AUTO -> report.add(Message.VECTOR_NOT_VISIBLE, Place.nowhere());
            case NEVER -> {}
        }
    }
}
