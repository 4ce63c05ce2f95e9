package dev.lanewise.processor.random;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names that Java allows and that a generator of code may stumble over. */
final class Words {
    private static final List<String> TYPES = List.of(
            "M",
            "Tagger",
            "PosTagger",
            "$",
            "$$",
            "A$B",
            "_a",
            "Größe",
            "名前",
            "Ωmega",
            "𝔸b",
            "List",
            "Object",
            "Override",
            "Integer",
            "Float",
            "Math",
            "System",
            "FloatVector",
            "VectorSpecies",
            "Sequence",
            "Path",
            "Net",
            "Kernels",
            "ModelPass",
            "VectorKernels",
            "VectorTwin",
            "Maker",
            "ScalarKernels",
            "Example",
            "Tagging",
            "Lanes",
            "Arrays",
            "TaggerCore",
            "Trainer",
            "Generated",
            "LanewiseGenerated",
            "Lstm",
            "Linear",
            "Model",
            "Batch",
            "Pass",
            "Network",
            "ModelSpec",
            "Init",
            "IllegalArgumentException",
            "Iterable",
            "module",
            "with",
            "open",
            "a",
            "l0",
            "MModel",
            "String_");
    private static final List<String> MEMBERS = List.of(
            "words",
            "core",
            "t",
            "i",
            "r",
            "u",
            "at",
            "g",
            "tokens",
            "token",
            "$",
            "$1",
            "$T",
            "$L",
            "_x",
            "größe",
            "名",
            "record",
            "var",
            "yield",
            "sealed",
            "permits",
            "module",
            "requires",
            "when",
            "L",
            "S",
            "TWINS",
            "TYPE",
            "SPEC",
            "FEATURES",
            "DECLARATION",
            "COLUMNS",
            "Sequence",
            "List",
            "String",
            "Math",
            "Arrays",
            "Lanes",
            "FloatVector",
            "java",
            "dev",
            "jdk",
            "batch",
            "rows",
            "n",
            "into",
            "Float",
            "Net",
            "Kernels",
            "form",
            "pos",
            "lstm",
            "pass",
            "file",
            "text",
            "sentences",
            "all",
            "𝔸",
            "values",
            "ordinal",
            "length",
            "size",
            "LSTM_WEIGHT_IH_L0");

    private Words() {}

    static String type(Draw draw) {
        return draw.oneIn(2) ? draw.of(TYPES) : "T" + draw.between(0, 999);
    }

    static String member(Draw draw) {
        return draw.oneIn(2) ? draw.of(MEMBERS) : "x" + draw.between(0, 99);
    }

    /** So many members, no two alike. */
    static List<String> members(Draw draw, int count) {
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < count) {
            names.add(names.size() < MEMBERS.size() / 2 ? member(draw) : "c" + names.size());
        }
        return new ArrayList<>(names);
    }
}
