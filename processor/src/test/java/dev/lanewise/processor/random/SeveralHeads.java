package dev.lanewise.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes of a declaration with one head one with two: the tags of the first are those that it had, those of the second are learned.
 *
 * @param record the name of the record of both
 * @param tag the type of the first
 */
record SeveralHeads(String record, String tag) {
    private static final String LINEAR = "@dev.lanewise.annotation.Linear(of = \"%s\", weight = %s)";

    /** What stands behind the names of methods of the first head. */
    static final String FIRST = "First";

    static String annotations(String one) {
        return one.replaceAll(
                        "(@dev\\.lanewise\\.annotation\\.)Linear(\\([^()]*\\))?",
                        LINEAR.formatted("first", "0.7f") + " " + LINEAR.formatted("second", "2f"))
                .replaceAll("(@dev\\.lanewise\\.annotation\\.Crf)(\\(([^()]*)\\))?", "$1(of = \"first\", $3)")
                .replace(", )", ")");
    }

    /** The methods, those of scores as methods of the first head, and one that speaks of the record. */
    List<String> members(List<String> ofOne, String token) {
        List<String> members = ofOne.stream()
                .map(member -> member.contains(" nBest(") ? member.replace(record, tag) : member)
                .map(member -> member.replaceAll(" (scores|nBest)\\(", " $1" + FIRST + "("))
                .collect(Collectors.toCollection(ArrayList::new));
        if (members.stream().noneMatch(member -> member.contains(record))) {
            String sequence = token.equals("float[]") ? "float[][]" : "java.util.List<" + token + ">";
            members.add("java.util.List<" + record + "> tag(" + sequence + " x);");
        }
        return members;
    }

    String declaration() {
        return "record " + record + "(java.lang.String second, " + tag + " first) {}";
    }
}
