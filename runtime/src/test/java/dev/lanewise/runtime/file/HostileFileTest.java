package dev.lanewise.runtime.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lanewise.runtime.testing.Allocated;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileFileTest {

    private static final String DAMAGED = "; the file is damaged";

    /**
     * What reading a file that is refused allocates at the most, garbage included, whatever the size of the file; and where there are as
     * many tensors or texts as are read.
     */
    private static final long MOST_ALLOCATED = 4 << 20;

    private static final long MOST_OF_MANY = 24 << 20;

    @TempDir
    Path folder;

    /** Header (with ' for "), bytes of data, what the message says, its remedy. */
    static Stream<Arguments> headers() {
        return Stream.of(structures(), shapes(), places(), names(), unsupported())
                .flatMap(cases -> cases);
    }

    private static Stream<Arguments> structures() {
        return Stream.of(
                damaged("", 0, "an object is needed"),
                damaged("[]", 0, "an object is needed"),
                damaged("{} x", 0, "the text goes on"),
                damaged("{", 0, "at the end of the text"),
                damaged("{'w':1}", 4, "tensor 'w': invalid JSON"),
                damaged("{'w':{}}", 4, "tensor 'w': dtype is missing"),
                damaged("{'w':{'dtype':'F32'}}", 4, "tensor 'w': shape is missing"),
                damaged("{'w':{'dtype':'F32','shape':[1]}}", 4, "tensor 'w': data_offsets is missing"),
                damaged("{'w':{'dtype':'F32','shape':[1],'data_offsets':[0]}}", 4, "'w': data_offsets must"),
                damaged("{'w':{'dtype':'F32','shape':[1],'data_offsets':[0,4,8]}}", 4, "'w': data_offsets has"),
                damaged("{'w':{'dtype':32}}", 4, "tensor 'w': invalid JSON"),
                damaged("{'w':{'dtype':'F32','dtype':'F32'}}", 4, "tensor 'w': invalid JSON"),
                damaged("{'w':{'dtype':'F32','extra':[[[1]]]}}", 4, "tensor 'w': unknown key 'extra'"),
                damaged("{'__metadata__':null}", 0, "an object is needed"),
                damaged("{'__metadata__':{'a':1}}", 0, "a string is needed"),
                damaged("{'__metadata__':{'a':{}}}", 0, "a string is needed"),
                damaged("{'__metadata__':" + "[".repeat(100_000) + "}", 0, "an object is needed"));
    }

    private static Stream<Arguments> shapes() {
        return Stream.of(
                damaged("{" + entry("w", "[1.0]", 0, 4) + "}", 4, "tensor 'w': invalid JSON"),
                damaged("{" + entry("w", "[[1]]", 0, 4) + "}", 4, "tensor 'w': invalid JSON"),
                damaged("{" + entry("w", "[99999999999999999999]", 0, 4) + "}", 4, "tensor 'w': invalid JSON"),
                damaged("{" + entry("w", "[-1]", 0, 4) + "}", 4, "tensor 'w' of shape [-1] has a negative size"),
                damaged("{" + entry("w", "[-1,-1]", 0, 4) + "}", 4, "tensor 'w' of shape [-1, -1] has a negative"),
                damaged("{" + entry("w", "[0,-1]", 0, 0) + "}", 0, "tensor 'w' of shape [0, -1] has a negative"),
                damaged("{" + entry("w", "[2]", 0, 4) + "}", 4, "tensor 'w' of shape [2] and dtype F32 needs 8"),
                damaged("{" + entry("w", "[]", 0, 0) + "}", 0, "tensor 'w' of shape [] and dtype F32 needs 4"),
                damaged("{" + entry("w", "[0]", 0, 4) + "}", 4, "tensor 'w' of shape [0] and dtype F32 needs 0"),
                damaged("{'w':{'shape':[" + "1,".repeat(100_000) + "1]}}", 4, "tensor 'w': shape has more than 16"));
    }

    private static Stream<Arguments> places() {
        return Stream.of(
                damaged("{" + entry("w", "[1]", -4, 0) + "}", 4, "tensor 'w' of shape [1] cannot stand"),
                damaged("{" + entry("w", "[1]", 4, 0) + "}", 4, "tensor 'w' of shape [1] cannot stand"),
                damaged("{" + entry("w", "[1]", Long.MIN_VALUE, Long.MAX_VALUE) + "}", 4, "tensor 'w' of shape [1]"),
                damaged("{" + entry("w", "[1]", Long.MAX_VALUE - 4, Long.MAX_VALUE) + "}", 4, "'w' of shape [1] ends"),
                damaged("{" + entry("w", "[1]", 4, 8) + "}", 4, "tensor 'w' of shape [1] ends at byte 8 of 4"),
                damaged(
                        "{" + entry("w", "[500000000]", 0, 2_000_000_000) + "}",
                        4,
                        "tensor 'w' of shape [500000000] ends"),
                damaged("{" + entry("w", "[1]", 4, 8) + "}", 8, "tensor 'w' of shape [1] stands behind a gap"),
                damaged(two(0, 4, 8, 12), 12, "tensor 'v' of shape [1] stands behind a gap"),
                damaged(two(0, 4, 0, 4), 4, "tensor 'w' of shape [1] overlaps"),
                damaged(two(0, 4, 2, 6), 6, "tensor 'v' of shape [1] overlaps"),
                damaged(two(0, 4, 4, 8), 9, "1 bytes too many behind tensor 'v'"),
                damaged("{}", 1, "1 bytes too many behind the header"));
    }

    private static Stream<Arguments> names() {
        return Stream.of(
                damaged("{" + entry("w", "[1]", 0, 4) + "," + entry("w", "[1]", 4, 8) + "}", 8, "'w' occurs twice"),
                damaged("{'__metadata__':{'a':'','a':''}}", 0, "'a' occurs twice"),
                damaged("{'__metadata__':{},'__metadata__':{}}", 0, "'__metadata__' occurs twice"),
                damaged("{'" + "n".repeat(100_000) + "':1}", 0, "a string has more than 512 characters, 'nnnn"),
                damaged("{'evil\\n\\u001b[31m':1}", 0, "tensor 'evil\\n\\u001b[31m'"),
                damaged(many(8_193, i -> entry("w" + i, "[0]", 0, 0), "{", "}"), 0, "more than 8192 tensors"),
                damaged(
                        many(8_193, i -> entry("ш".repeat(500) + i, "[0]", 0, 0), "{", "}"),
                        0,
                        "more than 8192 tensors"),
                damaged(many(4_097, i -> "'" + i + "':''", "{'__metadata__':{", "}}"), 0, "more than 4096 texts"));
    }

    private static Stream<Arguments> unsupported() {
        return Stream.of(
                other("{" + entry("w", "[4294967296,4294967296]", 0, 4) + "}", "tensor 'w' of", "split the tensor"),
                other("{" + entry("w", "[65536,65536,65536,65536]", 0, 4) + "}", "tensor 'w' of", "split the tensor"),
                other("{" + entry("w", "[9223372036854775807,0]", 0, 0) + "}", "tensor 'w' of", "split the tensor"),
                other("{'w':{'dtype':'BF16','shape':[2],'data_offsets':[0,4]}}", "'w': its dtype 'BF16'", "float()"),
                other("{'w':{'dtype':'f32','shape':[1],'data_offsets':[0,4]}}", "'w': its dtype 'f32'", "float()"));
    }

    private static Arguments damaged(String header, int data, String problem) {
        return arguments(quoted(header), data, quoted(problem), DAMAGED);
    }

    private static Arguments other(String header, String problem, String remedy) {
        return arguments(quoted(header), 4, quoted(problem), remedy);
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    private static String entry(String name, String shape, long begin, long end) {
        return "'%s':{'dtype':'F32','shape':%s,'data_offsets':[%d,%d]}".formatted(name, shape, begin, end);
    }

    private static String two(int begin, int end, int nextBegin, int nextEnd) {
        return "{" + entry("v", "[1]", nextBegin, nextEnd) + "," + entry("w", "[1]", begin, end) + "}";
    }

    private static String many(int count, IntFunction<String> part, String open, String close) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(",", open, close));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void headerIsRefused(String header, int data, String problem, String remedy) throws IOException {
        byte[] utf8 = header.getBytes(StandardCharsets.UTF_8);
        assertRefused(file(utf8.length, utf8, data), problem, remedy);
    }

    @Test
    void lengthOfTheHeaderIsRefused() throws IOException {
        byte[] header = "{}      ".getBytes(StandardCharsets.UTF_8);
        for (long length : new long[] {9, 100_000_000, 100_000_001, Integer.MAX_VALUE, 1L << 32, Long.MAX_VALUE, -1}) {
            Path file = file(length, header, 0);
            assertRefused(
                    file, "its header should have " + Long.toUnsignedString(length) + " bytes", "copy or save it");
        }
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] header = quoted("{" + entry("w", "[2]", 0, 8) + "}").getBytes(StandardCharsets.UTF_8);
        byte[] whole = Files.readAllBytes(file(header.length, header, 8));
        for (int length = 0; length < whole.length; length++) {
            Path file = Files.write(folder.resolve("m"), Arrays.copyOf(whole, length));
            assertRefused(file, "", "copy or save it again");
        }
    }

    @Test
    void invalidUtf8IsRefused() throws IOException {
        byte[] header = "{\"__metadata__\":{\"a\":\"?\"}}".getBytes(StandardCharsets.UTF_8);
        header[header.length - 4] = (byte) 0xff;
        assertRefused(file(header.length, header, 0), "not valid UTF-8", DAMAGED);
    }

    @Test
    void doubleBeyondTheFloatsIsRefused() throws IOException {
        byte[] header =
                "{\"w\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}".getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file(header.length, header, 8)));
        bytes.order(ByteOrder.LITTLE_ENDIAN).putDouble(8 + header.length, 1e300);
        Path file = Files.write(folder.resolve("m"), bytes.array());
        assertRefused(file, "tensor \"w\" of shape [1] holds Infinity", "train again");
    }

    @Test
    void tensorsMayStandInAnyOrder() throws IOException {
        byte[] header = quoted(two(0, 4, 4, 8)).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "[tensor \"v\" of shape [1], tensor \"w\" of shape [1]]",
                SafeTensors.read(file(header.length, header, 8)).tensors().toString());
    }

    private Path file(long length, byte[] header, int data) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + data).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(length).put(header);
        return Files.write(folder.resolve("m"), bytes.array());
    }

    @Test
    void largeFilesAreRefusedInNoMoreMemoryThanSmallOnes() throws IOException {
        int numbers = 1 << 24;
        byte[] header = quoted("{" + entry("w", "[" + numbers + "]", 0, 4L * numbers) + "}")
                .getBytes(StandardCharsets.UTF_8);
        Path file = file(header.length, header, 0);
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(large.length() + 4L * numbers);
            large.seek(large.length() - 2);
            large.write(new byte[] {(byte) 0xC0, 0x7F});
        }
        assertRefused(file, "tensor \"w\" of shape [16777216] holds NaN as value number 16777216", "train again");
    }

    @Test
    void longTextsAreRefusedInNoMoreMemoryThanShortOnes() throws IOException {
        String words = "\\\"word\\\",".repeat(200_000);
        for (String text : List.of(words, "é".repeat(1_000_000), " ".repeat(2_000_000))) {
            byte[] header = ("{\"__metadata__\":{\"a\":\"" + text + "\"},\"w\":1}").getBytes(StandardCharsets.UTF_8);
            assertRefused(file(header.length, header, 4), "tensor \"w\": invalid JSON", DAMAGED);
        }
        byte[] space = ("{\"w\":" + " ".repeat(2_000_000) + "1}").getBytes(StandardCharsets.UTF_8);
        assertRefused(file(space.length, space, 4), "tensor \"w\": invalid JSON", DAMAGED);
    }

    private static void assertRefused(Path file, String problem, String remedy) {
        ModelFormatException[] thrown = new ModelFormatException[1];
        long allocated = Allocated.bytes(
                () -> thrown[0] = assertThrows(ModelFormatException.class, () -> SafeTensors.read(file)));
        String message = thrown[0].getMessage();
        assertTrue(message.startsWith(file + ": "), message);
        assertTrue(message.contains(problem) && message.contains(remedy), message);
        assertTrue(message.length() < 500 && message.lines().count() == 1, message);
        long most = problem.startsWith("more than") ? MOST_OF_MANY : MOST_ALLOCATED;
        assertTrue(allocated < most, allocated + " bytes");
    }
}
