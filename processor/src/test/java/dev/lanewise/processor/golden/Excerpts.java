package dev.lanewise.processor.golden;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Parts of generated files in Markdown. A comment names the golden source, and the text that the class and the line begin
 * with; the block of code behind it is that line and what belongs to it:
 *
 * <pre>{@code <!-- excerpt PosTagger | class VectorKernels | public void lstmCell( -->}</pre>
 */
final class Excerpts {

    private static final Pattern EXCERPT = Pattern.compile(
            "(<!-- excerpt (\\w+) \\| ([^|]+) \\| (.+?) -->\\s*```java\\n).*?(?=^```)",
            Pattern.DOTALL | Pattern.MULTILINE);

    private Excerpts() {}

    /** The document with every excerpt as the golden sources have it. */
    static String update(String document) {
        return EXCERPT.matcher(document).replaceAll(match -> Matcher.quoteReplacement(match.group(1) + code(match)));
    }

    private static String code(MatchResult match) {
        List<String> lines =
                GoldenSource.valueOf(match.group(2)).generate().lines().toList();
        int type = find(lines, 0, match.group(3));
        return cut(lines, find(lines, type, match.group(4)));
    }

    private static int find(List<String> lines, int from, String text) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i;
            }
        }
        throw new AssertionError("no line has \"" + text + "\"");
    }

    /** A statement up to its semicolon, a method or a type up to its closing brace; without its indentation. */
    private static String cut(List<String> lines, int from) {
        String first = lines.get(from);
        String indent = first.substring(0, first.length() - first.stripLeading().length());
        int end = from;
        while (!lines.get(end).endsWith(";") && !lines.get(end).endsWith("{")) {
            end++;
        }
        if (lines.get(end).endsWith("{")) {
            while (!lines.get(end).equals(indent + "}")) {
                end++;
            }
        }
        return lines.subList(from, end + 1).stream()
                .map(line -> (line.isEmpty() ? line : line.substring(indent.length())) + "\n")
                .collect(Collectors.joining());
    }
}
