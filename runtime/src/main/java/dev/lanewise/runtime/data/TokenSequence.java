package dev.lanewise.runtime.data;

import java.util.List;

/**
 * A sentence of tokens that are records of the user's: the texts of the components that a model reads. Generated classes make them,
 * with a call of each component.
 *
 * @param tokens the records; an immutable copy
 * @param columns the names of the components that the model reads, the one that stands for the word first
 * @param texts the text of each token, {@code [column][token]}, none of them empty; an immutable copy
 */
public record TokenSequence(List<?> tokens, List<String> columns, List<List<String>> texts) implements Sequence {

    /**
     * Copies and checks.
     *
     * @throws IllegalArgumentException if a text is empty, or the numbers of columns or texts differ
     * @throws NullPointerException if a token or a text is null; of a text, the message names it
     */
    public TokenSequence {
        tokens = List.copyOf(tokens);
        columns = List.copyOf(columns);
        if (columns.isEmpty() || texts.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "there are texts for " + texts.size() + " components, not for " + columns);
        }
        for (int column = 0; column < texts.size(); column++) {
            check(tokens, columns.get(column), texts.get(column));
        }
        texts = texts.stream().map(List::copyOf).toList();
    }

    private static void check(List<?> tokens, String column, List<String> texts) {
        if (texts.size() != tokens.size()) {
            throw new IllegalArgumentException(
                    tokens.size() + " tokens, but " + texts.size() + " texts of the component " + column);
        }
        int token = 0;
        for (String text : texts) {
            if (text == null) {
                throw new NullPointerException(column + " of token " + token + " is null, in " + tokens.get(token)
                        + " (counted from 0); give it a text, such as \"_\" for none");
            }
            if (text.isEmpty()) {
                throw new IllegalArgumentException(column + " of token " + token + " is empty, in " + tokens.get(token)
                        + " (counted from 0); give it a text, such as \"_\" for none");
            }
            token++;
        }
    }

    /** The texts of the component that stands for the word; immutable. */
    public List<String> words() {
        return texts.get(0);
    }

    @Override
    public int length() {
        return tokens.size();
    }
}
