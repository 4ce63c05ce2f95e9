package dev.lanewise.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The last touch on a generated file: what JavaPoet spreads over several lines goes where people would put it. */
final class Layout {

    private static final int WIDTH = 120;

    /** What a line that goes on begins with, beyond the line it belongs to. */
    private static final String CONTINUATION = " ".repeat(8);

    private static final Pattern FIELD = Pattern.compile(" +(?:private |static |final )+[\\w<>\\[\\], .]+(?: = .*)?;");

    private Layout() {}

    /**
     * Puts Javadoc and annotations of one line on one line and neighbouring fields without a blank line between them, and
     * breaks long lines, those of code into parts of like length.
     */
    static String tidy(String source) {
        List<String> lines = wrapped(joined(compact(source.split("\n", -1))));
        for (int i = lines.size() - 2; i > 0; i--) {
            if (lines.get(i).isEmpty() && isField(lines.get(i - 1)) && isField(lines.get(i + 1))) {
                lines.remove(i);
            }
        }
        return String.join("\n", lines);
    }

    /** Puts Javadoc of one line, and the only member of an annotation, where its first line is. */
    private static List<String> compact(String[] lines) {
        List<String> compact = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            String line = i + 2 < lines.length ? onOneLine(lines[i], lines[i + 1].strip(), lines[i + 2].strip()) : "";
            if (line.isEmpty()) {
                compact.add(lines[i]);
            } else {
                compact.add(line);
                i += 2;
            }
        }
        return compact;
    }

    /** Three lines as one, if they are a whole; otherwise nothing. */
    private static String onOneLine(String first, String middle, String last) {
        if (last.equals("*/") && first.strip().equals("/**") && middle.startsWith("* ")) {
            String line = first + " " + middle.substring(2) + " */";
            return line.length() <= WIDTH ? line : "";
        }
        boolean annotation =
                last.equals(")") && first.endsWith("(") && first.stripLeading().startsWith("@");
        return annotation && middle.contains(" = ") ? first + middle + last : "";
    }

    private static boolean isField(String line) {
        return FIELD.matcher(line).matches();
    }

    /** Undoes JavaPoet's wrapping, which knows neither this width nor parts of like length. */
    private static List<String> joined(List<String> lines) {
        List<String> joined = new ArrayList<>();
        for (String line : lines) {
            int last = joined.size() - 1;
            if (last >= 0 && continues(joined.get(last), line)) {
                joined.set(last, joined.get(last) + " " + line.strip());
            } else {
                joined.add(line);
            }
        }
        return joined;
    }

    /** Whether JavaPoet wrapped here; calls in a chain and parts of a long string are on lines of their own on purpose. */
    private static boolean continues(String before, String line) {
        return isCode(before)
                && isCode(line)
                && indent(line).equals(indent(before) + CONTINUATION)
                && !line.strip().startsWith(".")
                && !line.strip().startsWith("+ \"");
    }

    private static boolean isCode(String line) {
        String text = line.strip();
        return !text.isEmpty() && !text.startsWith("*") && !text.startsWith("/") && !text.startsWith("import ");
    }

    /** Whether several statements stand on a line, as the rows of a tile do. */
    private static boolean isSeveral(String line) {
        return isCode(line)
                && line.contains("; ")
                && !line.contains("\"")
                && !line.strip().startsWith("for (");
    }

    private static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private static List<String> wrapped(List<String> lines) {
        List<String> wrapped = new ArrayList<>();
        for (String line : lines) {
            if (line.length() > WIDTH && isSeveral(line)) {
                List<String> statements = List.of(line.strip().split("(?<=;) "));
                wrapped.addAll(broken(indent(line), indent(line), statements));
            } else if (line.length() > WIDTH && isCode(line)) {
                wrapped.addAll(broken(indent(line), indent(line) + CONTINUATION, parts(line.strip())));
            } else if (line.length() > WIDTH && line.strip().startsWith("* ") && !line.contains("<td>")) {
                List<String> words = List.of(line.strip().substring(2).split(" "));
                wrapped.addAll(filled(indent(line) + "* ", indent(line) + "* ", words, WIDTH));
            } else {
                wrapped.add(line);
            }
        }
        return wrapped;
    }

    /** Breaks into as few lines as the width allows, the longest of them as short as can be. */
    private static List<String> broken(String first, String next, List<String> parts) {
        List<String> best = filled(first, next, parts, WIDTH);
        // Down to the length of the longest line, nothing changes.
        for (int width = below(best, WIDTH); width > WIDTH / 2; width = below(best, width)) {
            List<String> narrower = filled(first, next, parts, width);
            if (narrower.size() > best.size()) {
                break;
            }
            best = narrower;
        }
        return best;
    }

    private static int below(List<String> lines, int width) {
        int longest = 0;
        for (String line : lines) {
            longest = Math.max(longest, line.length());
        }
        return Math.min(longest, width) - 1;
    }

    private static List<String> filled(String first, String next, List<String> parts, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first).append(parts.get(0));
        for (String part : parts.subList(1, parts.size())) {
            if (line.length() + 1 + part.length() <= width) {
                line.append(' ').append(part);
            } else {
                lines.add(line.toString());
                line = new StringBuilder(next).append(part);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** A line cut behind every comma that stands neither in a string nor between the arguments of a type. */
    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        boolean inString = false;
        int types = 0;
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && line.charAt(i - 1) != '\\') {
                inString = !inString;
            } else if (!inString && c == '<' && Character.isJavaIdentifierPart(line.charAt(i - 1))) {
                types++;
            } else if (!inString && c == '>' && types > 0) {
                types--;
            } else if (!inString && types == 0 && line.startsWith(", ", i)) {
                parts.add(line.substring(start, i + 1));
                start = i + 2;
            }
        }
        parts.add(line.substring(start));
        return parts;
    }
}
