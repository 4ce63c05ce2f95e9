package dev.lanewise.processor.model;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Vocabularies;
import dev.lanewise.runtime.data.Vocabulary;
import java.util.List;
import java.util.Map;

/** What a table of a state dict looks up of a word, worked out once more, by the table's name. */
final class TableKeys {

    private static final List<Map.Entry<String, String>> SIGNS = List.of(
            Map.entry("\\p{Ll}", "x"),
            Map.entry("\\p{Lu}", "X"),
            Map.entry("\\p{Lo}", "c"),
            Map.entry("\\p{N}", "d"),
            Map.entry("\\p{M}", ""),
            Map.entry("[^\\p{ASCII}]", "s"),
            Map.entry("(.)\\1+", "$1$1"));

    private TableKeys() {}

    static boolean isTable(String tensor) {
        return tensor.matches("(word|prefix|suffix|shape)_?\\d*_?embeddings\\d*\\.weight");
    }

    static String key(String table, String word) {
        if (table.startsWith("word")) {
            return word;
        }
        if (table.startsWith("shape")) {
            String shape = word;
            for (Map.Entry<String, String> sign : SIGNS) {
                shape = shape.replaceAll(sign.getKey(), sign.getValue());
            }
            return shape;
        }
        int[] characters = word.codePoints().toArray();
        int length = table.charAt("prefix".length()) - '0';
        boolean prefix = table.startsWith("prefix");
        if (characters.length < length) {
            return prefix ? word + '\u0003' : '\u0002' + word;
        }
        return new String(characters, prefix ? 0 : characters.length - length, length);
    }

    /** The vocabularies of all tables, as a trainer learns them. */
    static Vocabularies learn(List<? extends Example<?>> examples, Iterable<String> tensors) {
        Vocabularies all = Vocabularies.ofTags(List.of());
        for (String tensor : tensors) {
            String table = tensor.replace(".weight", "");
            boolean characters = tensor.matches("char\\d*_embeddings\\.weight");
            if (!characters && !isTable(tensor)) {
                continue;
            }
            // The tests declare every second table of words, and all affixes, with minCount = 2.
            boolean frequent = table.endsWith("2") || table.contains("fix");
            Vocabulary.Builder vocabulary = Vocabulary.builder().minCount(frequent ? 2 : 1);
            for (Example<?> example : examples) {
                for (String word : example.words()) {
                    if (characters) {
                        vocabulary.addCharacters(word);
                    } else {
                        vocabulary.add(key(table, word));
                    }
                }
            }
            all = all.with(table, vocabulary.build());
        }
        return all;
    }
}
