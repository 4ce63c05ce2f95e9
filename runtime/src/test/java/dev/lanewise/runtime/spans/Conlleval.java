package dev.lanewise.runtime.spans;

import java.util.List;
import java.util.TreeMap;

/**
 * The oracle of these tests: the counting of the script conlleval (version 2004-01-26), rule by rule in its order, one pass over
 * both columns and its tables of tag pairs. It shares nothing with the code under test.
 */
public final class Conlleval {

    /** Counts of the type, or of all types: {@code foundCorrect}, {@code foundGuessed}, {@code correctChunk}. */
    public final TreeMap<String, long[]> types = new TreeMap<>();

    public long tokens;
    public long correctTags;

    private boolean inCorrect;
    private String[] lastCorrect = {"O", ""};
    private String[] lastGuessed = {"O", ""};

    /** A sentence and the empty line after it. */
    public void sentence(List<String> correct, List<String> guessed) {
        for (int i = 0; i < correct.size(); i++) {
            String[] right = split(correct.get(i));
            String[] guess = split(guessed.get(i));
            line(right, guess);
            tokens++;
            correctTags += right[0].equals(guess[0]) && right[1].equals(guess[1]) ? 1 : 0;
        }
        line(new String[] {"O", ""}, new String[] {"O", ""});
    }

    private void line(String[] correct, String[] guessed) {
        boolean correctEnds = endOfChunk(lastCorrect[0], correct[0], lastCorrect[1], correct[1]);
        boolean guessedEnds = endOfChunk(lastGuessed[0], guessed[0], lastGuessed[1], guessed[1]);
        if (inCorrect) {
            if (correctEnds && guessedEnds && lastGuessed[1].equals(lastCorrect[1])) {
                inCorrect = false;
                count(lastCorrect[1])[2]++;
            } else if (correctEnds != guessedEnds || !guessed[1].equals(correct[1])) {
                inCorrect = false;
            }
        }
        boolean correctStarts = startOfChunk(lastCorrect[0], correct[0], lastCorrect[1], correct[1]);
        boolean guessedStarts = startOfChunk(lastGuessed[0], guessed[0], lastGuessed[1], guessed[1]);
        if (correctStarts && guessedStarts && guessed[1].equals(correct[1])) {
            inCorrect = true;
        }
        if (correctStarts) {
            count(correct[1])[0]++;
        }
        if (guessedStarts) {
            count(guessed[1])[1]++;
        }
        lastCorrect = correct;
        lastGuessed = guessed;
    }

    private long[] count(String type) {
        return types.computeIfAbsent(type, any -> new long[3]);
    }

    private static String[] split(String tag) {
        int hyphen = tag.indexOf('-');
        return hyphen < 0 ? new String[] {tag, ""} : new String[] {tag.substring(0, hyphen), tag.substring(hyphen + 1)};
    }

    private static boolean endOfChunk(String prevTag, String tag, String prevType, String type) {
        boolean chunkEnd = List.of("BB", "BO", "IB", "IO", "EE", "EI", "EO").contains(prevTag + tag);
        return chunkEnd || !prevTag.equals("O") && !prevType.equals(type);
    }

    private static boolean startOfChunk(String prevTag, String tag, String prevType, String type) {
        boolean chunkStart = List.of("BB", "IB", "OB", "OI", "EE", "EI", "OE").contains(prevTag + tag);
        return chunkStart || !tag.equals("O") && !prevType.equals(type);
    }
}
