package dev.lanewise.processor.random;

import dev.lanewise.processor.random.Layers.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A random file that javac takes as it is, with an interface that Lanewise may or may not take.
 *
 * @param packageName its package, which no other one has
 * @param file the name of its outermost type
 * @param code the whole file
 * @param tags how its tags are called, be they an enum or learned
 */
record Declaration(String packageName, String file, String code, List<String> tags) {
    private static final List<String> FEW_NESTS =
            List.of("class", "interface", "enum", "record", "@interface", "abstract class", "final class");

    /** The first part of its package, which is its number. */
    String number() {
        return packageName.replaceAll("\\..*", "");
    }

    /** The one of a number. */
    static Declaration of(long number) {
        return new Maker(number).make();
    }

    private static final class Maker {
        private final Draw draw;
        private final String packageName;
        private final boolean good;
        private final String name;
        private final String tagName;
        private final String tokenName;
        private final String constraints;
        private final List<String> tags;
        private final boolean learned;
        private final Family family;
        private final boolean severalHeads;

        Maker(long number) {
            draw = new Draw(number);
            packageName = "r" + number + draw.of("", ".p", ".$x", ".größe.名", ".List", ".r");
            good = !draw.oneIn(3);
            name = Words.type(draw);
            tagName = name + draw.of("Tag", "$", "_", "s");
            tokenName = name + draw.of("Token", "Word", "1");
            family = draw.of(Family.WORDS, Family.WORDS, Family.WORDS, Family.VECTORS, Family.ENCODER, Family.HMM);
            constraints = draw.of("NONE", "NONE", "BIO", "BIOES");
            learned = draw.oneIn(2);
            tags = tags();
            // By the number, so that no other declaration is another one for it.
            severalHeads = good && number % 5 == 2 && (family == Family.WORDS || family == Family.VECTORS);
        }

        private List<String> tags() {
            int count = draw.of(2, 2, 3, 4, 5, 9, 17, 33);
            List<String> types = Words.members(draw, Math.max(1, count / 4));
            return switch (constraints) {
                case "BIO" -> prefixed(types, "B_", "I_");
                case "BIOES" -> prefixed(types, "B_", "I_", "E_", "S_");
                default -> Words.members(draw, good ? count : draw.of(0, 1, count, 300));
            };
        }

        private static List<String> prefixed(List<String> types, String... letters) {
            List<String> all = new ArrayList<>(List.of("O"));
            types.forEach(type -> List.of(letters).forEach(letter -> all.add(letter + type)));
            return all;
        }

        Declaration make() {
            boolean records = family == Family.WORDS && draw.oneIn(3);
            List<String> components = records ? Words.members(draw, draw.between(1, 4)) : List.of();
            Layers layers = new Layers(draw, constraints, components, !good && draw.oneIn(2));
            String token = family == Family.VECTORS || family == Family.ENCODER
                    ? "float[]"
                    : records ? tokenName : "java.lang.String";
            String tag = learned ? "java.lang.String" : tagName;
            SeveralHeads heads = new SeveralHeads(name + "Both", tag);
            Methods methods = new Methods(draw, token, severalHeads ? heads.record() : tag);
            String annotations = good || draw.oneIn(2) ? layers.pipeline(family) : layers.heap();
            List<String> members = new ArrayList<>(methods.good(family));
            if (severalHeads) {
                members = heads.members(members, token);
                annotations = SeveralHeads.annotations(annotations);
            }
            if (!good && draw.oneIn(2)) {
                String stray = methods.stray();
                members.removeIf(member -> Methods.name(member).equals(Methods.name(stray)));
                members.add(stray);
            }
            List<String> others = others(components, members);
            if (severalHeads) {
                others.add(access() + heads.declaration());
            }
            members.addAll(methods.bystanders());
            String head = head();
            if (head.startsWith("sealed")) {
                members.add("non-sealed interface Below extends " + name + head.replaceAll("^[^<]*|extends T2", "")
                        + " {}");
            }
            String code = annotations + "\n" + head + " {\n  " + String.join("\n  ", members) + "\n}\n";
            return nested(code, others);
        }

        private String head() {
            String kind = good || !draw.oneIn(12) ? "interface" : draw.of("class", "abstract class", "@interface");
            String access = good
                    ? draw.of("public ", "")
                    : draw.of("public ", "", "private ", "sealed ", "strictfp ")
                            .replace("sealed", kind.endsWith("face") ? "sealed" : "public");
            String generics =
                    good || !draw.oneIn(10) || !kind.equals("interface") ? "" : draw.of("<T>", "<T extends T2, T2>");
            return access + kind + " " + name + generics;
        }

        /** The enum and the record; now and then a parent that takes over some of the methods. */
        private List<String> others(List<String> components, List<String> members) {
            List<String> others = new ArrayList<>();
            if (!learned) {
                String body = draw.oneIn(5)
                        ? "; static final int X = 1; int y; @Override public String toString() { return \"\"; }"
                        : "";
                others.add(access() + "enum " + tagName + " { " + String.join(", ", tags) + body + " }");
            }
            if (!components.isEmpty()) {
                String list = components.stream()
                        .map(each -> "java.lang.String " + each)
                        .collect(Collectors.joining(", "));
                others.add(access() + "record " + tokenName + "(" + list
                        + draw.of("", ", int number", ", int[]... more") + ") {}");
            }
            return others;
        }

        private String access() {
            return draw.of("public ", "", "", good ? "" : "private ");
        }

        /** Puts the interface into other types, and the enum and the record beside it. */
        private Declaration nested(String code, List<String> others) {
            int depth = draw.of(0, 0, 1, 1, 2, 3);
            if (depth == 0) {
                String flat = others.stream().map(Maker::topLevel).collect(Collectors.joining("\n"));
                return file(name, topLevel(code) + flat);
            }
            List<String> around = IntStream.range(0, depth)
                    .mapToObj(i -> "N" + i + draw.of("", "$", "_", name))
                    .toList();
            String inner = code + String.join("\n", others);
            for (int i = depth - 1; i >= 0; i--) {
                String kind = draw.of(FEW_NESTS);
                String body = kind.equals("enum") ? "A;\n" + inner : inner;
                String free = kind.equals("interface") || kind.equals("@interface")
                        ? body.replaceAll("(?m)^private ", "")
                        : body;
                String access = i == 0 ? draw.of("", "public ") : draw.of("public ", "", "");
                inner = access + kind + " " + around.get(i) + (kind.equals("record") ? "()" : "") + " {\n" + free
                        + "}\n";
            }
            return file(around.get(0), inner);
        }

        private Declaration file(String type, String code) {
            return new Declaration(packageName, type, "package " + packageName + ";\n" + code, tags);
        }

        /** Only a member can be private, and two public types need two files. */
        private static String topLevel(String code) {
            return code.replaceAll("(?m)^(private|public) (?=enum|record)", "").replaceAll("(?m)^private ", "");
        }
    }
}
