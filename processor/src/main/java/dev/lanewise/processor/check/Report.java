package dev.lanewise.processor.check;

import java.util.ArrayList;
import java.util.List;

/**
 * What there is to say about one declaration.
 *
 * @param findings in the order in which they were found
 */
public record Report(List<Finding> findings) {
    /** Copies the list. */
    public Report {
        findings = List.copyOf(findings);
    }

    /** A report of one finding. */
    public static Report of(Message message, Place place, Object... arguments) {
        return new Report(List.of(Finding.of(message, place, arguments)));
    }

    /** Whether nothing may be written. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** Collects findings. */
    static final class Builder {
        private final List<Finding> findings = new ArrayList<>();

        void add(Message message, Place place, Object... arguments) {
            findings.add(Finding.of(message, place, arguments));
        }

        Report build() {
            return new Report(findings);
        }
    }
}
