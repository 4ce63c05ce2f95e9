package dev.lanewise.runtime.spans;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How spans are written as one tag a word. Words outside are {@code O} in all of them.
 *
 * <p>Sources: E. Tjong Kim Sang and J. Veenstra, "Representing text chunks" (EACL 1999); L. Ratinov and D. Roth, "Design
 * challenges and misconceptions in named entity recognition" (CoNLL 2009), whose BILOU is BIOES with other letters.
 */
public enum SpanScheme {
    /** Every word {@code I-}. Two spans of one type side by side become one: this scheme cannot tell them apart. */
    IO("I"),
    /** {@code I-}, and {@code B-} only at the start of a span right behind another one of the same type. */
    IOB1("IB"),
    /** {@code B-} at every start, {@code I-} behind it: what is often called BIO. */
    IOB2("BI"),
    /** {@code B-} at the start, {@code I-} inside, {@code E-} at the end, {@code S-} on a span of one word. */
    BIOES("BIES");

    /** In the order in which they are preferred where several fit: the narrower scheme before the wider one. */
    private static final List<SpanScheme> BY_PREFERENCE = List.of(IOB2, BIOES, IO, IOB1);

    private final String prefixes;

    SpanScheme(String prefixes) {
        this.prefixes = prefixes;
    }

    /**
     * The spans of a sentence, as {@link Spans#of} reads them: a stray {@code I-} or {@code E-} starts a span.
     *
     * @param tags strings, or enum constants with an underline in place of the hyphen
     * @return the spans in the order of their words, unmodifiable
     * @throws IllegalArgumentException if a tag has a prefix that this scheme does not have, with the number of the word
     */
    public List<Span<String>> read(List<?> tags) {
        for (int word = 0; word < tags.size(); word++) {
            SpanTag tag = SpanTag.parse(tags.get(word), word);
            if (!tag.outside() && prefixes.indexOf(tag.prefix()) < 0) {
                throw new IllegalArgumentException("word " + word + " (counted from 0) has the tag " + tags.get(word)
                        + ", but " + this + " has only " + prefixList()
                        + " and O; name the scheme of these tags, or read"
                        + " them with Spans.of, which takes all schemes");
            }
        }
        return Spans.of(tags);
    }

    /**
     * The tags of a sentence.
     *
     * @param spans the spans in the order of their words
     * @param words the number of words of the sentence
     * @return one tag for each word, unmodifiable
     * @throws IllegalArgumentException if spans overlap, are not in order or reach beyond the sentence
     */
    public List<String> write(List<Span<String>> spans, int words) {
        String[] tags = new String[words];
        Arrays.fill(tags, "O");
        int free = 0;
        String typeBefore = "";
        for (Span<String> span : spans) {
            if (span.start() < free || span.end() > words) {
                throw new IllegalArgumentException(span + " overlaps the span before it, or reaches beyond the " + words
                        + " words; give spans in the order of their words");
            }
            boolean adjacent = free > 0 && span.start() == free && span.type().equals(typeBefore);
            for (int word = span.start(); word < span.end(); word++) {
                tags[word] = new SpanTag(prefix(span, word, adjacent), span.type()).toString();
            }
            free = span.end();
            typeBefore = span.type();
        }
        return List.of(tags);
    }

    private char prefix(Span<String> span, int word, boolean adjacent) {
        boolean first = word == span.start();
        return switch (this) {
            case IO -> 'I';
            case IOB1 -> first && adjacent ? 'B' : 'I';
            case IOB2 -> first ? 'B' : 'I';
            case BIOES -> {
                boolean last = word == span.end() - 1;
                yield first ? (last ? 'S' : 'B') : (last ? 'E' : 'I');
            }
        };
    }

    /**
     * The same spans in another scheme. Strays are repaired on the way, also where both schemes are the same.
     *
     * @param tags the tags of a sentence in this scheme
     * @param to the other scheme
     * @return one tag for each word, unmodifiable
     * @throws IllegalArgumentException if a tag has a prefix that this scheme does not have
     */
    public List<String> convert(List<?> tags, SpanScheme to) {
        return to.write(read(tags), tags.size());
    }

    /**
     * Checks that tags follow this scheme to the letter, without strays.
     *
     * @param tags the tags of a sentence
     * @throws IllegalArgumentException if not, with the first word that is wrong and the tag it should have
     */
    public void check(List<?> tags) {
        List<String> right = convert(tags, this);
        int wrong = firstDifference(tags, right);
        if (wrong >= 0) {
            throw new IllegalArgumentException("word " + wrong + " (counted from 0) has the tag " + tags.get(wrong)
                    + " where " + this + " has " + right.get(wrong) + "; " + this + ".convert(tags, " + this
                    + ") repairs it as conlleval reads it");
        }
    }

    /**
     * The scheme that all sentences follow to the letter. Where several fit, as with no span at all or spans of one word
     * only, it is the first of IOB2, BIOES, IO, IOB1.
     *
     * @param sentences the tags of each sentence
     * @throws IllegalArgumentException if none fits, with the first word that speaks against each scheme
     */
    public static SpanScheme detect(Iterable<? extends List<?>> sentences) {
        Map<SpanScheme, String> against = new EnumMap<>(SpanScheme.class);
        int number = 0;
        for (List<?> tags : sentences) {
            for (SpanScheme scheme : BY_PREFERENCE) {
                if (!against.containsKey(scheme)) {
                    scheme.violation(tags, number, against);
                }
            }
            if (against.size() == BY_PREFERENCE.size()) {
                throw new IllegalArgumentException("the tags follow no scheme: "
                        + BY_PREFERENCE.stream().map(against::get).collect(Collectors.joining("; "))
                        + ". Spans.of reads any mixture of them as conlleval does");
            }
            number++;
        }
        return BY_PREFERENCE.stream()
                .filter(scheme -> !against.containsKey(scheme))
                .findFirst()
                .orElseThrow();
    }

    /** Writes down what speaks against this scheme, if anything does. */
    private void violation(List<?> tags, int sentence, Map<SpanScheme, String> against) {
        List<String> right = write(Spans.of(tags), tags.size());
        int wrong = firstDifference(tags, right);
        if (wrong >= 0) {
            against.put(
                    this,
                    this + " would have " + right.get(wrong) + ", not " + tags.get(wrong) + ", on word " + wrong
                            + " of sentence " + sentence + " (counted from 0)");
        }
    }

    /** The first word with another tag, or -1. */
    private static int firstDifference(List<?> tags, List<String> right) {
        for (int word = 0; word < right.size(); word++) {
            if (!right.get(word).equals(SpanTag.name(tags.get(word)))) {
                return word;
            }
        }
        return -1;
    }

    private String prefixList() {
        return prefixes.chars().mapToObj(prefix -> (char) prefix + "-").collect(Collectors.joining(", "));
    }
}
