package dev.lanewise.processor.check;

import dev.lanewise.processor.read.Declaration;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.Elements;

/** Without the runtime, the written class would draw an error for every line. */
final class RuntimeChecks implements Checker.Check {
    private static final String PART = "dev.lanewise.runtime.model.ModelSpec";

    private final Elements elements;

    RuntimeChecks(Elements elements) {
        this.elements = elements;
    }

    @Override
    public void check(Declaration declaration, Report.Builder report) {
        ModuleElement module = elements.getModuleOf(declaration.type());
        if ((module == null ? elements.getTypeElement(PART) : elements.getTypeElement(module, PART)) == null) {
            report.add(
                    Message.NO_RUNTIME,
                    Place.at(declaration.type()),
                    declaration.type().getSimpleName());
        }
    }
}
