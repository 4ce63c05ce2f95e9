package dev.lanewise.runtime.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TagSchemeTest {

    @ParameterizedTest
    @CsvSource({
        "BIO, O, true",
        "BIO, B-X, true",
        "BIO, B-X I-X I-X, true",
        "BIO, B_X I_X, true",
        "BIO, B-X B-X, true",
        "BIO, B-X I-X B-X I-X O, true",
        "BIO, I-X, false",
        "BIO, O I-X, false",
        "BIO, B-Y I-X, false",
        "BIO, B-X I-X I-Y, false",
        "BIOES, O, true",
        "BIOES, S-X S-X, true",
        "BIOES, B-X E-X, true",
        "BIOES, B-X I-X I-X E-X O S-Y, true",
        "BIOES, B-X E-X B-X E-X, true",
        "BIOES, B-X, false",
        "BIOES, B-X O, false",
        "BIOES, B-X I-X, false",
        "BIOES, B-X B-X E-X, false",
        "BIOES, B-X S-X, false",
        "BIOES, I-X E-X, false",
        "BIOES, E-X, false",
        "BIOES, O E-X, false",
        "BIOES, B-X E-Y, false",
        "BIOES, S-X E-X, false",
        "BIOES, B-X E-X E-X, false",
        "NONE, I-X B-Y E-Z, true",
    })
    void sentencesAreOfTheSchemeOrNot(TagScheme scheme, String sentence, boolean legal) {
        List<String> tags = Arrays.asList(sentence.split(" "));
        boolean fits = scheme.mayStart(tags.get(0))
                && scheme.mayEnd(tags.get(tags.size() - 1))
                && IntStream.range(1, tags.size()).allMatch(i -> scheme.mayFollow(tags.get(i - 1), tags.get(i)));
        assertEquals(legal, fits);
    }

    @Test
    void namesOfOtherSchemesAreAnError() {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> TagScheme.BIO.check(List.of("O", "B-PER", "S-PER")));
        assertEquals(
                "the tag S-PER is none of BIO: call it O, or one of the letters BI, then - or _ and a type, as in B-PER;"
                        + " or use constraints = NONE",
                e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> TagScheme.BIOES.check(List.of("NOUN", "O")));
        assertDoesNotThrow(() -> TagScheme.NONE.check(List.of("NOUN", "VERB")));
    }

    @Test
    void aTagThatNothingCanPrecedeIsAnError() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> TagScheme.BIO.check(List.of("O", "I-PER")));
        assertEquals(
                "the tag I-PER can stand in no sentence of the tags [O, I-PER]:"
                        + " add the tags that begin and end its entities, or use constraints = NONE",
                e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> TagScheme.BIOES.check(List.of("O", "B-X", "I-X")));
    }

    @Test
    void tagsOfWhichNoneStandsAloneAreAnError() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> TagScheme.BIOES.check(List.of("B-X", "E-X")));
        assertEquals(
                "of the tags [B-X, E-X] none can stand in a sentence of one word: add O, or use constraints = NONE",
                e.getMessage());
    }
}
