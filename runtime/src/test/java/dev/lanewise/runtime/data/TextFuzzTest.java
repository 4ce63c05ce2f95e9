package dev.lanewise.runtime.data;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Tag;

/**
 * Any bytes, packed or not, are text to every reader, or a {@link CorpusException}. Jazzer plays the kept inputs again;
 * {@code JAZZER_FUZZ=1} looks for others.
 */
@Tag("fuzz")
class TextFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void anyBytes(byte[] bytes) {
        List<Runnable> readers = List.of(
                () -> ConlluReader.of(ConlluColumn.UPOS).read(new ByteArrayInputStream(bytes), "x"),
                () -> ColumnReader.create().read(new ByteArrayInputStream(bytes), "x"),
                () -> TextReader.open(new ByteArrayInputStream(bytes), "x").forEach(List::copyOf));
        for (Runnable reader : readers) {
            try {
                reader.run();
            } catch (CorpusException e) {
                if (!e.getMessage().startsWith("x:" + e.line() + ": ")) {
                    throw new AssertionError(e);
                }
            }
        }
    }
}
