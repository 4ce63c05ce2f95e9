package dev.lanewise.runtime.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VectorsTest {

    private static final String GLOVE = "the 0.5 -1\ndog 2.25 1e-3\nB\u00E4r 0 3\n";

    @TempDir
    Path directory;

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("v"), content);
    }

    private Path file(String content) throws IOException {
        return file(Texts.bytes(content));
    }

    private static byte[] binary(String lineEnd) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Texts.bytes("3 2\n"));
        String[] words = {"the", "dog", "B\u00E4r"};
        float[] numbers = {0.5f, -1, 2.25f, 1e-3f, 0, 3};
        for (int i = 0; i < words.length; i++) {
            ByteBuffer row = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            row.putFloat(numbers[2 * i]).putFloat(numbers[2 * i + 1]);
            out.writeBytes(Texts.bytes(words[i] + " "));
            out.writeBytes(row.array());
            out.writeBytes(Texts.bytes(lineEnd));
        }
        return out.toByteArray();
    }

    private static float[] vector(Vectors vectors, String word) {
        float[] into = new float[vectors.dim()];
        assertTrue(vectors.copy(word, into, 0), word);
        return into;
    }

    private static void assertWhole(Vectors vectors) {
        assertEquals(List.of("the", "dog", "B\u00E4r"), vectors.words());
        assertEquals(2, vectors.dim());
        assertArrayEquals(new float[] {0.5f, -1}, vector(vectors, "the"));
        assertArrayEquals(new float[] {2.25f, 1e-3f}, vector(vectors, "dog"));
        assertArrayEquals(new float[] {0, 3}, vector(vectors, "B\u00E4r"));
        assertEquals(0, vectors.skipped());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GLOVE,
                "3 2\n" + GLOVE, // word2vec's text format, fastText
                "3 2\nthe 0.5 -1 \ndog 2.25 1e-3 \nB\u00E4r 0 3 ", // with a space at the end, without a line end
                "the\t0.5\t-1\r\ndog\t2.25\t1e-3\r\nB\u00E4r\t0\t3\r\n",
            })
    void textFormats(String text) throws IOException {
        assertWhole(Vectors.read(file(text)));
        assertWhole(Vectors.read(file(Texts.gzip(Texts.bytes(text)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void word2vecsBinaryFormat(String lineEnd) throws IOException {
        assertWhole(Vectors.read(file(binary(lineEnd))));
        assertWhole(Vectors.read(file(Texts.gzip(binary(lineEnd)))));
    }

    @Test
    void theFirstVectorsAreEnoughIfOneSaysSo() throws IOException {
        assertEquals(List.of("the", "dog"), Vectors.read(file(GLOVE), 2).words());
        assertEquals(
                List.of("the", "dog"), Vectors.read(file("3 2\n" + GLOVE), 2).words());
        assertEquals(List.of("the"), Vectors.read(file(binary("")), 1).words());
        assertThrows(IllegalArgumentException.class, () -> Vectors.read(file(GLOVE), 0));
    }

    @Test
    void whatNoTokenCanBeIsLeftOut() throws IOException {
        byte[] text = Texts.bytes("a 1 2\n. . . 3 4\na 5 6\nx? 7 8\nb 9 10\n");
        text[new String(text, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xFF;
        Vectors vectors = Vectors.read(file(text));
        assertEquals(List.of("a", "b"), vectors.words());
        assertEquals(3, vectors.skipped());
        assertArrayEquals(new float[] {1, 2}, vector(vectors, "a"));
    }

    @Test
    void wordsAreLookedForInSeveralForms() throws IOException {
        Vectors vectors = Vectors.read(file("The 1\nthe 2\nin00 3\n#### 4\n\u00FCber 5\n"));
        assertArrayEquals(new float[] {1}, vector(vectors, "The"));
        assertArrayEquals(new float[] {2}, vector(vectors, "THE"));
        assertArrayEquals(new float[] {3}, vector(vectors, "IN24"));
        assertArrayEquals(new float[] {4}, vector(vectors, "1999"));
        assertArrayEquals(new float[] {5}, vector(vectors, "\u00DCBER"));
        assertFalse(vectors.copy("there", new float[1], 0));
        assertEquals(
                "v: 4 of 5 words (80.0 %) have a vector, and 5 of their 6 occurrences (83.3 %); as written 1 (2), in lower case"
                        + " 1 (1), with digits folded 2 (2), missing 1 (1)",
                vectors.coverage(List.of("The", "The", "THE", "IN24", "1999", "there"))
                        .toString()
                        .replace(directory + "/", ""));
        VectorCoverage none = vectors.coverage(List.of());
        assertEquals(new VectorCoverage.Words(0, 0), none.all());
        assertTrue(none.toString().contains("0 of 0 words (0.0 %)"), none.toString());
    }

    @Test
    void theClosestFormIsFoundFirst() throws IOException {
        Vectors vectors = Vectors.read(file("A1 1\na1 2\nA0 3\na0 4\nA# 5\na# 6\n"));
        String[][] left = {{"A1", "1"}, {"a1", "2"}, {"A0", "3"}, {"a0", "4"}, {"A#", "5"}, {"a#", "6"}};
        for (int i = 0; i < left.length; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = left.length - 1; k >= i; k--) {
                text.append(left[k][0]).append(' ').append(left[k][1]).append('\n');
            }
            Vectors rest = Vectors.read(file(text.toString()));
            assertArrayEquals(new float[] {i + 1}, vector(rest, "A1"), text.toString());
        }
        assertFalse(vectors.copy("B2", new float[1], 0));
    }

    private void error(String message, byte[] content) throws IOException {
        Path file = file(content);
        Texts.assertCorpusError(file + message, () -> Vectors.read(file));
    }

    @Test
    void textErrorsNameTheLine() throws IOException {
        error(":1: no vectors; give a file with at least one", new byte[0]);
        error(
                ":1: a word and its vector are expected; give a file of GloVe's, word2vec's or fastText's format",
                Texts.bytes("word\n"));
        error(
                ":3: \"1.x\" is no finite number; correct the line or fetch the file again",
                Texts.bytes("a 1 2\nb 1 2\nc 1.x 2\n"));
        error(
                ":2: \"NaN\" is no finite number; correct the line or fetch the file again",
                Texts.bytes("a 1 2\nb 1 NaN\n"));
        error(
                ":2: \"1e99\" is no finite number; correct the line or fetch the file again",
                Texts.bytes("a 1 2\nb 1 1e99\n"));
        error(
                ":2: 1 numbers, but vectors here have 2; correct the line or fetch the file again",
                Texts.bytes("a 1 2\nb 1\n"));
        error(
                ":2: 3 numbers, but vectors here have 2; correct the line or fetch the file again",
                Texts.bytes("a 1 2\nb 1 2 3\n"));
        error(
                ":2: the first line announces 2 vectors, but there are 1; fetch the file again",
                Texts.bytes("2 2\na 1 2\n"));
        error(
                ":1: vectors of 100000 numbers are announced, more than 65536; give a file of word vectors",
                Texts.bytes("2 100000\n"));
    }

    @Test
    void binaryErrorsNameTheVectorCountedLikeALine() throws IOException {
        byte[] whole = binary("\n");
        int second = "3 2\nthe ".length() + 9;
        int third = second + "dog ".length() + 9;
        error(
                ":4: the file ends within a vector, at byte " + (whole.length - 3) + "; fetch the file again",
                Arrays.copyOf(whole, whole.length - 3));
        error(
                ":3: the file ends before its last vector, at byte " + second + "; fetch the file again",
                Arrays.copyOf(whole, second));
        error(
                ":4: there is more than the 3 vectors announced, at byte " + whole.length + "; fetch the file again",
                Arrays.copyOf(whole, whole.length + 4));
        byte[] infinite = whole.clone();
        ByteBuffer.wrap(infinite).order(ByteOrder.LITTLE_ENDIAN).putFloat(third - 5, Float.POSITIVE_INFINITY);
        error(":3: a number is Infinity, at byte " + (third - 5) + "; fetch the file again", infinite);
    }

    @Test
    void bytesAreCountedThroughBuffers() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Texts.bytes("30000 1\n"));
        for (int i = 0; i < 30000; i++) {
            out.writeBytes(Texts.bytes(i + " "));
            out.writeBytes(new byte[] {0, 0, (byte) 0x80, 0x3F});
        }
        byte[] whole = out.toByteArray();
        assertEquals(30000, Vectors.read(file(whole)).words().size());
        error(
                ":30001: the file ends within a vector, at byte " + (whole.length - 1) + "; fetch the file again",
                Arrays.copyOf(whole, whole.length - 1));
    }

    /** Floats whose first bytes are those of text, and texts whose first numbers are none. */
    @Test
    void binaryAndTextAreToldApart() throws IOException {
        byte[] binary = Texts.bytes("1 3\nword ABC?1\n2>    ");
        binary[binary.length - 3] = 1;
        assertEquals(List.of("word"), Vectors.read(file(binary)).words());
        error(":2: \"x\" is no finite number; correct the line or fetch the file again", Texts.bytes("1 2\na x 1\n"));
        error(":2: \"inf\" is no finite number; correct the line or fetch the file again", Texts.bytes("1 2\na 1 inf"));
        assertEquals(1, Vectors.read(file("2 2\nNew York 1 2\na 1 2\n")).skipped());
    }

    @Test
    void whatIsReadUnaskedIsBounded() throws IOException {
        Path file = file(GLOVE);
        assertEquals(3, Vectors.read(file, 3, 400).words().size());
        Texts.assertCorpusError(
                file
                        + ":2: 1 vectors and their words fill the 200 bytes that a file may take unasked; read the first ones"
                        + " alone, with Vectors.read(file, limit)",
                () -> Vectors.read(file, 3, 200));
    }

    @Test
    void hugeAnnouncementsAllocateNothing() throws IOException {
        error(
                ":2: the first line announces 999999999999 vectors, but there are 1; fetch the file again",
                Texts.bytes("999999999999 2\na 1 2\n"));
    }

    @Test
    void aFileThatUnpacksToAnAbsurdSizeIsGivenUp() throws IOException {
        byte[] spaces = new byte[66 << 20];
        Arrays.fill(spaces, (byte) ' ');
        for (int line = 0; line < spaces.length; line += 1 << 20) {
            spaces[line] = '\n';
        }
        System.arraycopy(Texts.bytes("a 1\n"), 0, spaces, 0, 4);
        Path file = file(Texts.gzip(spaces));
        String message =
                assertThrows(CorpusException.class, () -> Vectors.read(file)).getMessage();
        assertTrue(
                message.endsWith("it unpacks to more than 200 times its size;" + " fetch or pack the file again"),
                message);
    }

    @Test
    void emptyLinesAreNone() throws IOException {
        assertWhole(Vectors.read(file("\n" + GLOVE.replace("\n", "\n \n\n"))));
    }

    @Test
    void aMissingFileIsOneError() {
        Path file = directory.resolve("none");
        assertEquals(
                "cannot read " + file + ": no such file",
                assertThrows(UncheckedIOException.class, () -> Vectors.read(file))
                        .getMessage());
    }

    @Property
    void numbersAreReadAsJavaReadsThem(@ForAll @FloatRange(min = -1e6f, max = 1e6f) float value) throws IOException {
        Path file = Files.writeString(Files.createTempFile("vectors", ".txt"), "word " + value + "\n");
        try {
            float[] read = new float[1];
            assertTrue(Vectors.read(file).copy("word", read, 0));
            assertEquals(value, read[0]);
        } finally {
            Files.delete(file);
        }
    }
}
