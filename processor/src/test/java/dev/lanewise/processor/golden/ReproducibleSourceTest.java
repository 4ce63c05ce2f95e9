package dev.lanewise.processor.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the processor writes: the very text, and that it is text that people like to read. */
final class ReproducibleSourceTest {

    @ParameterizedTest
    @EnumSource
    void isAsItWas(GoldenSource source) {
        Goldens.check(Goldens.source(source.modelName()), source.generate());
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameEveryTime(GoldenSource source) {
        assertEquals(source.generate(), source.generate());
    }

    @ParameterizedTest
    @EnumSource
    void hasNoLongLines(GoldenSource source) {
        List<String> tooLong = source.generate()
                .lines()
                // An annotation in full stays in one piece, whether in the Javadoc's table or in a string.
                .filter(line -> line.length() > 120 && !line.contains("<td>") && !line.contains("@CharLstm"))
                .toList();
        assertTrue(tooLong.isEmpty(), tooLong::toString);
    }
}
