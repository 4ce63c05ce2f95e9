package dev.lanewise.processor.check;

import java.util.EnumSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Tells the compiler what the reports of one compilation say. */
public final class Reporter {
    private final Messager messager;
    private final Set<Message> said = EnumSet.noneOf(Message.class);

    /** A reporter for one compilation. */
    public Reporter(Messager messager) {
        this.messager = messager;
    }

    /** Prints every finding. */
    public void print(Report report) {
        for (Finding finding : report.findings()) {
            if (said.add(finding.message()) || !finding.message().once()) {
                print(finding);
            }
        }
    }

    private void print(Finding finding) {
        Place place = finding.place();
        if (place.element().isEmpty()) {
            messager.printMessage(finding.message().severity(), finding.text());
            return;
        }
        // The compilers take null for "no closer place".
        Element element = place.element().get();
        AnnotationMirror mirror = place.mirror().orElse(null);
        AnnotationValue value = place.value().orElse(null);
        messager.printMessage(finding.message().severity(), finding.text(), element, mirror, value);
    }
}
