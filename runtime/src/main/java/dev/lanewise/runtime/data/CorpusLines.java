package dev.lanewise.runtime.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The lines of a text file, one at a time, with their numbers: plain or gzip, strictly UTF-8, with or without byte order
 * mark. Lines end at LF or CR LF and nowhere else, so that other separators stay part of the text.
 */
final class CorpusLines implements Closeable {

    static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Longest line in bytes: ten times a sentence of 100,000 words. */
    static final int MAX_LINE = 1 << 26;

    /** Most lines of a sentence: ten times a sentence of 100,000 words. */
    static final int MAX_SENTENCE = 1 << 20;

    private final InputStream in;
    private final String name;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports what is malformed
    private final byte[] chunk = new byte[1 << 16];
    private int chunkAt;
    private int chunkEnd;
    private byte[] bytes = new byte[256];
    private char[] chars = new char[256];
    private int length;
    private long number;
    private String line = "";
    private String raw = "";

    private CorpusLines(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    /** Opens a file; closing closes it. */
    static CorpusLines open(Path path) {
        try {
            return new CorpusLines(Gzip.open(Files.newInputStream(path)), path.toString());
        } catch (IOException e) {
            throw Unreadable.of(path.toString(), 1, e);
        }
    }

    /** Reads from a stream, which stays open: it is its owner's to close. */
    static CorpusLines open(InputStream in, String name) {
        try {
            return new CorpusLines(Gzip.open(new Gzip.KeepOpen(in)), name);
        } catch (IOException e) {
            throw Unreadable.of(name, 1, e);
        }
    }

    /** Goes to the next line; false at the end of the file. */
    boolean advance() {
        number++;
        length = 0;
        boolean ended = false;
        while (!ended && (chunkAt < chunkEnd || fill())) {
            int stop = chunkAt;
            while (stop < chunkEnd && chunk[stop] != '\n') {
                stop++;
            }
            ended = stop < chunkEnd;
            append(ended ? stop + 1 : stop);
        }
        if (length == 0) {
            number--;
            return false;
        }
        raw = decode();
        line = body(raw);
        return true;
    }

    /** The line without line end and byte order mark. */
    String line() {
        return line;
    }

    /** The line as it stands in the file, line end and byte order mark included. */
    String raw() {
        return raw;
    }

    /** The number of the line, counted from 1; 0 before the first. */
    long number() {
        return number;
    }

    /** Whether there is nothing but spaces and tabs in the line. */
    boolean isBlank() {
        return line.chars().allMatch(c -> c == ' ' || c == '\t');
    }

    /** A raw line without line end and byte order mark. */
    static String body(String raw) {
        int from = !raw.isEmpty() && raw.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        return raw.substring(from, bodyEnd(raw));
    }

    /** Where the line end of a raw line starts. */
    static int bodyEnd(String raw) {
        int end = raw.endsWith("\n") ? raw.length() - 1 : raw.length();
        return end > 0 && raw.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** An error at the current line. */
    CorpusException error(String problem, String remedy) {
        return new CorpusException(name, Math.max(1, number), problem, remedy);
    }

    /** The error of a sentence that does not end. */
    CorpusException endless() {
        return error("a sentence of more than " + MAX_SENTENCE + " lines", "put a blank line behind each sentence");
    }

    /** The error of a file that ended before its first sentence. */
    CorpusException noSentences() {
        return error("no sentences", "give a file with at least one");
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw Unreadable.of(name, number, e);
        }
    }

    private boolean fill() {
        try {
            chunkAt = 0;
            chunkEnd = Math.max(0, in.read(chunk));
            return chunkEnd > 0;
        } catch (IOException e) {
            throw Unreadable.of(name, number, e);
        }
    }

    private void append(int stop) {
        int count = stop - chunkAt;
        if (length + count > MAX_LINE) {
            throw error("a line of more than " + MAX_LINE + " bytes", "break it, or give a text file");
        }
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, Math.min(MAX_LINE, 2 * bytes.length)));
            chars = new char[bytes.length]; // UTF-8 never has more chars than bytes
        }
        System.arraycopy(chunk, chunkAt, bytes, length, count);
        length += count;
        chunkAt = stop;
    }

    private String decode() {
        if (length == 1 && bytes[0] == '\n') {
            // Documents keep their lines, and a packed file can hold millions of blank ones.
            return "\n";
        }
        ByteBuffer from = ByteBuffer.wrap(bytes, 0, length);
        CharBuffer to = CharBuffer.wrap(chars);
        CoderResult result = decoder.reset().decode(from, to, true);
        if (result.isError()) {
            int at = from.position();
            throw error(
                    String.format("byte %d of the line, 0x%02X, is not UTF-8", at + 1, bytes[at] & 0xFF),
                    "save the file as UTF-8");
        }
        return new String(chars, 0, to.position());
    }
}
