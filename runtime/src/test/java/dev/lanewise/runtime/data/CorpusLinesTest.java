package dev.lanewise.runtime.data;

import static dev.lanewise.runtime.data.Texts.assertCorpusError;
import static dev.lanewise.runtime.data.Texts.bytes;
import static dev.lanewise.runtime.data.Texts.gzip;
import static dev.lanewise.runtime.data.Texts.stream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusLinesTest {

    @TempDir
    Path dir;

    private static List<String> all(CorpusLines lines) {
        List<String> all = new ArrayList<>();
        while (lines.advance()) {
            all.add(lines.line());
        }
        return all;
    }

    private static List<String> all(byte[] bytes) {
        return all(CorpusLines.open(new ByteArrayInputStream(bytes), "x"));
    }

    @Test
    void linesEndAtLineFeedWithOrWithoutCarriageReturn() {
        assertEquals(List.of("a", "b", "", "c"), all(bytes("a\nb\r\n\nc")));
        assertEquals(List.of("a"), all(bytes("a\n")));
        assertEquals(List.of(), all(bytes("")));
    }

    @Test
    void otherSeparatorsAreText() {
        String line = "a\u000B\u000C\u0085\u2028\u2029\u00A0b";
        assertEquals(List.of(line), all(bytes(line)));
    }

    @Test
    void rawLinesAreTheFile() {
        String text = "\uFEFFa\r\n\nb\n\r\nc\r";
        CorpusLines lines = CorpusLines.open(stream(text), "x");
        StringBuilder raw = new StringBuilder();
        while (lines.advance()) {
            raw.append(lines.raw());
            assertEquals(CorpusLines.body(lines.raw()), lines.line());
        }
        assertEquals(text, raw.toString());
        assertEquals(5, lines.number());
    }

    @Test
    void byteOrderMarkIsNoText() {
        assertEquals(List.of("a", "b"), all(bytes("\uFEFFa\nb")));
    }

    @Test
    void charactersMayStandAcrossTheBordersOfChunks() {
        String line = "x\u20AC\uD83E\uDD89\u00E9".repeat(50_000);
        String text = "a" + line + "\n" + line + "\n";
        assertEquals(List.of("a" + line, line), all(bytes(text)));
    }

    @Test
    void streamsThatGiveOneByteAtATimeAreReadToTheirEnd() {
        for (byte[] bytes : List.of(bytes("\u00E9a\nb\n"), gzip(bytes("\u00E9a\nb\n")))) {
            InputStream slow = new FilterInputStream(new ByteArrayInputStream(bytes)) {
                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    return super.read(into, offset, Math.min(1, length));
                }

                @Override
                public int available() {
                    return 0;
                }
            };
            assertEquals(List.of("\u00E9a", "b"), all(CorpusLines.open(slow, "x")));
        }
    }

    @Test
    void gzipIsToldByItsFirstBytes() throws IOException {
        Path file = dir.resolve("plain.txt");
        Files.write(file, gzip(bytes("a\nb\n")));
        try (CorpusLines lines = CorpusLines.open(file)) {
            assertEquals(List.of("a", "b"), all(lines));
        }
    }

    @Test
    void plainTextMayBeCalledGz() throws IOException {
        Path file = dir.resolve("text.gz");
        Files.write(file, bytes("a\nb\n"));
        try (CorpusLines lines = CorpusLines.open(file)) {
            assertEquals(List.of("a", "b"), all(lines));
        }
    }

    @Test
    void gzipOfSeveralMembersIsReadToItsEnd() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(gzip(bytes("a\n")));
        members.write(gzip(bytes("b\n")));
        InputStream pipe = new FilterInputStream(new ByteArrayInputStream(members.toByteArray())) {
            @Override
            public int available() {
                return 0;
            }
        };
        assertEquals(List.of("a", "b"), all(CorpusLines.open(pipe, "x")));
    }

    @Test
    void invalidUtf8IsAnErrorThatNamesLineAndByte() {
        byte[] bytes = {'a', '\n', 'c', 'a', 'f', (byte) 0xE9, '\n'};
        assertCorpusError("x:2: byte 4 of the line, 0xE9, is not UTF-8; save the file as UTF-8", () -> all(bytes));
    }

    @Test
    void characterThatIsCutOffIsAnError() {
        byte[] owl = bytes("\uD83E\uDD89");
        assertCorpusError(
                "x:1: byte 1 of the line, 0xF0, is not UTF-8; save the file as UTF-8",
                () -> all(Arrays.copyOf(owl, 3)));
    }

    @Test
    void halfASurrogatePairIsAnError() {
        byte[] bytes = {(byte) 0xED, (byte) 0xA0, (byte) 0x80};
        assertCorpusError("x:1: byte 1 of the line, 0xED, is not UTF-8; save the file as UTF-8", () -> all(bytes));
    }

    @Test
    void gzipThatIsCutOffIsAnErrorThatNamesTheLine() {
        byte[] whole = gzip(bytes("a\nb\n".repeat(1000)));
        var error = assertThrows(CorpusException.class, () -> all(Arrays.copyOf(whole, whole.length - 9)));
        assertEquals(
                "x:" + error.line() + ": broken gzip data (Unexpected end of ZLIB input stream);"
                        + " fetch or pack the file again",
                error.getMessage());
        assertEquals("x", error.file());
    }

    @Test
    void gzipWithABrokenHeaderIsAnError() {
        byte[] bytes = {0x1F, (byte) 0x8B, 99, 0, 0, 0, 0, 0, 0, 0, 0};
        assertCorpusError(
                "x:1: broken gzip data (Unsupported compression method); fetch or pack the file again",
                () -> all(bytes));
    }

    @Test
    void gzipBombIsAnErrorBeforeItIsUnpacked() {
        byte[] lines = new byte[66 << 20];
        Arrays.fill(lines, (byte) 'a');
        for (int end = 999; end < lines.length; end += 1000) {
            lines[end] = '\n';
        }
        byte[] bomb = gzip(lines);
        var error = assertThrows(CorpusException.class, () -> {
            try (TextReader text = TextReader.open(new ByteArrayInputStream(bomb), "x")) {
                text.forEach(List::size);
            }
        });
        assertTrue(error.getMessage().contains("it unpacks to more than 200 times its size"), error.getMessage());
    }

    @Test
    void gzipThatUnpacksToMoreThanIsAllowedIsAnError() {
        byte[] packed = gzip(bytes("line\n".repeat(200)));
        try {
            System.setProperty("lanewise.unpacked", "1000");
            assertEquals(200, all(packed).size());
            System.setProperty("lanewise.unpacked", "999");
            assertCorpusError(
                    "x:1: it unpacks to more than 999 bytes; if it is meant to, unpack it or allow more with"
                            + " -Dlanewise.unpacked=<bytes>",
                    () -> all(packed));
            for (String wrong : new String[] {"0", "-1", "1 GB", ""}) {
                System.setProperty("lanewise.unpacked", wrong);
                String message = assertThrows(IllegalArgumentException.class, () -> all(packed))
                        .getMessage();
                assertTrue(message.startsWith("-Dlanewise.unpacked=" + wrong + " is no number of bytes;"), message);
            }
        } finally {
            System.clearProperty("lanewise.unpacked");
        }
        assertEquals(200, all(packed).size());
    }

    @Test
    void aLineWithoutEndIsAnErrorBeforeItIsKept() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] to, int from, int length) {
                Arrays.fill(to, from, from + length, (byte) 'a');
                return length;
            }
        };
        CorpusLines lines = CorpusLines.open(endless, "x");
        assertCorpusError("x:1: a line of more than 67108864 bytes; break it, or give a text file", lines::advance);
    }

    @Test
    void blankLinesShareOneText() {
        CorpusLines lines = CorpusLines.open(stream("\n\n"), "x");
        assertTrue(lines.advance());
        String first = lines.raw();
        assertTrue(lines.advance());
        assertSame(first, lines.raw());
    }

    @Test
    void missingFileIsAnErrorThatNamesIt() {
        Path file = dir.resolve("missing.conllu");
        var error = assertThrows(UncheckedIOException.class, () -> CorpusLines.open(file));
        assertEquals("cannot read " + file + ": no such file", error.getMessage());
    }

    @Test
    void directoryIsAnErrorThatNamesIt() {
        var error = assertThrows(UncheckedIOException.class, () -> CorpusLines.open(dir));
        assertTrue(error.getMessage().startsWith("cannot read " + dir + ": "), error.getMessage());
    }

    @Test
    void streamStaysOpenWhenItsLinesAreClosed() {
        boolean[] closed = {false};
        InputStream in = new FilterInputStream(stream("a")) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        CorpusLines.open(in, "x").close();
        assertFalse(closed[0]);
    }
}
