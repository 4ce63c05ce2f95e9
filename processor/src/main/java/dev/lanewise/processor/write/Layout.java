package dev.lanewise.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last touch on a generated file: what JavaPoet spreads over several lines goes where people would put it. */
final class Layout {

    private static final int WIDTH = 120;
    private static final Pattern SHORT_JAVADOC = Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* (.+)\\n *\\*/$");
    private static final Pattern FIELD = Pattern.compile(" +(?:private |static |final )+[\\w<>\\[\\], .]+(?: = .*)?;");

    private Layout() {}

    /** Puts Javadoc of one line on one line, and neighbouring fields without a blank line between them. */
    static String tidy(String source) {
        String shorter = SHORT_JAVADOC.matcher(source).replaceAll(match -> {
            String line = match.group(1) + "/** " + match.group(2) + " */";
            return Matcher.quoteReplacement(line.length() <= WIDTH ? line : match.group());
        });
        List<String> lines = new ArrayList<>(List.of(shorter.split("\n", -1)));
        for (int i = lines.size() - 2; i > 0; i--) {
            if (lines.get(i).isEmpty() && isField(lines.get(i - 1)) && isField(lines.get(i + 1))) {
                lines.remove(i);
            }
        }
        return String.join("\n", lines);
    }

    private static boolean isField(String line) {
        return FIELD.matcher(line).matches();
    }
}
