package dev.lanewise.runtime.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.testing.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {

    @TempDir
    Path folder;

    @Test
    void bytesAreTheOnesOfTheFormat() throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("z", "é\n");
        metadata.put("a", "");
        SafeTensors content = SafeTensors.of(
                metadata, List.of(Tensor.of("w", new float[] {1, -2}, 2, 1), Tensor.of("bias", new float[] {0.5f})));
        Path file = folder.resolve("m.safetensors");
        content.write(file);

        String header = "{\"__metadata__\":{\"z\":\"é\\n\",\"a\":\"\"},"
                + "\"w\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]},"
                + "\"bias\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[8,12]}}";
        byte[] utf8 = header.getBytes(StandardCharsets.UTF_8);
        int padded = (utf8.length + 7) / 8 * 8;
        ByteBuffer expected = ByteBuffer.allocate(8 + padded + 12).order(ByteOrder.LITTLE_ENDIAN);
        expected.putLong(padded).put(utf8);
        while (expected.position() < 8 + padded) {
            expected.put((byte) ' ');
        }
        expected.putInt(0x3f800000).putInt(0xc0000000).putInt(0x3f000000);
        assertArrayEquals(expected.array(), Files.readAllBytes(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tagger_toy.initial",
                "tagger_toy.final.f32",
                "char_tagger_toy.initial",
                "char_tagger_toy.final.f32",
                "bilstm_2layer"
            })
    void fixtureReadAndWrittenIsTheSameFile(String name) throws IOException {
        Path fixture = Golden.file(name + ".safetensors");
        Path file = folder.resolve("copy.safetensors");
        SafeTensors.read(fixture).write(file);
        assertEquals(-1, Files.mismatch(fixture, file));
    }

    @Test
    void fixturesHoldTheTensorsOfTheirJson() {
        Golden tagger = Golden.read("tagger_toy.json").get("f32");
        assertHolds(SafeTensors.read(Golden.file("tagger_toy.initial.safetensors")), tagger.get("initial"));
        assertHolds(SafeTensors.read(Golden.file("tagger_toy.final.f32.safetensors")), tagger.get("final"));
        Golden lstm = Golden.read("bilstm_2layer.json").get("f32").get("weights");
        assertHolds(SafeTensors.read(Golden.file("bilstm_2layer.safetensors")), lstm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tagger_toy", "char_tagger_toy"})
    void doublesAreRoundedToFloats(String name) {
        SafeTensors read = SafeTensors.read(Golden.file(name + ".final.f64.safetensors"));
        assertHolds(read, Golden.read(name + ".json").get("f64").get("final"));
    }

    private static void assertHolds(SafeTensors content, Golden tensors) {
        assertEquals(
                tensors.keys(), content.tensors().stream().map(Tensor::name).toList());
        for (Tensor tensor : content.tensors()) {
            Golden.Values values = tensors.tensor(tensor.name());
            assertEquals(Tensor.of(tensor.name(), values.floats(), values.shape()), tensor);
        }
    }

    @Test
    void everythingComesBack() {
        float[] large = new float[100_003];
        for (int i = 0; i < large.length; i++) {
            large[i] = i * 0.37f - 5;
        }
        List<Tensor> tensors = List.of(
                Tensor.of("large", large, 100_003),
                Tensor.of("nothing", new float[0], 3, 0),
                Tensor.of("number", new float[] {-0f}),
                Tensor.of("", new float[] {Float.MIN_VALUE, Float.MAX_VALUE}, 1, 2, 1),
                Tensor.of("tüv \uD83D\uDE00\n\"", new float[] {7}, 1));
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("b", "[\"\\u0000\"]");
        metadata.put("", "\u0000\u001f\u2028\uD83D\uDE00");
        Path file = folder.resolve("m.safetensors");
        SafeTensors.of(metadata, tensors).write(file);

        SafeTensors read = SafeTensors.read(file);
        assertEquals(tensors, read.tensors());
        assertEquals(
                List.copyOf(metadata.entrySet()), List.copyOf(read.metadata().entrySet()));
        assertEquals(tensors.get(2), read.tensor("number"));
        assertEquals(Optional.empty(), read.find("numbers"));
    }

    @Test
    void fileWithoutAnythingComesBack() {
        Path file = folder.resolve("m.safetensors");
        SafeTensors.of(Map.of(), List.of()).write(file);
        assertEquals(List.of(), SafeTensors.read(file).tensors());
        assertEquals(Map.of(), SafeTensors.read(file).metadata());
    }

    @Test
    void numbersThatAreNotFiniteAreReadOnlyIfAskedFor() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            Path file = folder.resolve("m.safetensors");
            SafeTensors content = SafeTensors.of(
                    Map.of(),
                    List.of(Tensor.of("fine", new float[2], 2), Tensor.of("lstm.w", new float[] {1, bad}, 2)));
            content.write(file);
            String message = assertThrows(ModelFormatException.class, () -> SafeTensors.read(file))
                    .getMessage();
            assertTrue(message.startsWith(file + ": tensor \"lstm.w\" of shape [2] holds " + bad), message);
            assertEquals(
                    content.tensors(), SafeTensors.read(file, NonFinite.ALLOW).tensors());
        }
    }

    /** Numbers are looked at piece by piece: wherever one stands that is not finite, and beside whatever. */
    @Test
    void theNumberThatIsNotFiniteIsNamed() {
        Path file = folder.resolve("m.safetensors");
        float[] bad = {Float.NaN, Float.intBitsToFloat(0xFFFF_FFFF), Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        for (int count : new int[] {1, 2, 3, 257, 513, 16_385, 40_001}) {
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = i % 3 == 0 ? -Float.MAX_VALUE : i % 3 == 1 ? Float.MIN_VALUE : Float.MAX_VALUE;
            }
            for (int place : new int[] {-1, 0, count / 2, Math.max(0, count - 2), count - 1}) {
                float kept = place < 0 ? 0 : values[place];
                if (place >= 0) {
                    values[place] = bad[place % bad.length];
                }
                SafeTensors content = SafeTensors.of(Map.of(), List.of(Tensor.of("w", values, count)));
                content.write(file);
                if (place < 0) {
                    assertEquals(content.tensors(), SafeTensors.read(file).tensors());
                } else {
                    String message = assertThrows(ModelFormatException.class, () -> SafeTensors.read(file))
                            .getMessage();
                    assertTrue(
                            message.contains(" holds " + values[place] + " as value number " + (place + 1)), message);
                    values[place] = kept;
                }
            }
        }
    }

    @Test
    void missingTensorIsNamedWithThoseThatAreThere() {
        Path file = Golden.file("tagger_toy.initial.safetensors");
        SafeTensors read = SafeTensors.read(file);
        String message = assertThrows(ModelFormatException.class, () -> read.tensor("gru.w"))
                .getMessage();
        assertTrue(message.startsWith(file + ": tensor \"gru.w\" is missing"), message);
        assertTrue(message.contains("\"hidden2tag.bias\""), message);
        SafeTensors made = SafeTensors.of(Map.of(), List.of());
        assertThrows(IllegalArgumentException.class, () -> made.tensor("gru.w"));
    }

    @Test
    void namesThatCannotBeStoredAreErrors() {
        Tensor tensor = Tensor.of("w", new float[0], 0);
        assertRefused(List.of(tensor, tensor), "two tensors are named \"w\"");
        assertRefused(List.of(Tensor.of("__metadata__", new float[0], 0)), "__metadata__");
        assertRefused(
                List.of(Tensor.of("w", new float[1], new int[0]), Tensor.of("v", new float[1], ones(17))), "\"v\"");
        SafeTensors half = SafeTensors.of(Map.of("key", "\uD83D"), List.of());
        assertThrows(IllegalArgumentException.class, () -> half.write(folder.resolve("m.safetensors")));
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void whatIsAtALimitIsStored() {
        String longest = "n".repeat(512);
        List<Tensor> tensors = new ArrayList<>(List.of(
                Tensor.of(longest, new float[] {1}, ones(16)), Tensor.of("other", new float[] {2}, new int[0])));
        for (int i = tensors.size(); i < 8192; i++) {
            tensors.add(Tensor.of("w" + i, new float[0], 0));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(longest, "text");
        for (int i = 1; i < 4096; i++) {
            texts.put("t" + i, "");
        }
        Path file = folder.resolve("m.safetensors");
        SafeTensors.of(texts, tensors).write(file);
        SafeTensors read = SafeTensors.read(file);

        assertEquals(texts, read.metadata());
        assertEquals(16, read.find(longest).orElseThrow().shape().size());
        assertEquals(Optional.empty(), read.find("missing"));

        tensors.add(Tensor.of("more", new float[0], 0));
        assertRefused(tensors, "8193");
        texts.put("more", "");
        assertTextsRefused(texts, "4097");
    }

    @Test
    void longNamesAreErrors() {
        String tooLong = "n".repeat(513);
        assertRefused(List.of(Tensor.of(tooLong, new float[0], 0)), "more than 512 characters");
        assertTextsRefused(Map.of(tooLong, ""), "more than 512 characters");
    }

    private static void assertTextsRefused(Map<String, String> texts, String problem) {
        String message = assertThrows(IllegalArgumentException.class, () -> SafeTensors.of(texts, List.of()))
                .getMessage();
        assertTrue(message.contains(problem), message);
    }

    @Test
    void aMissingTensorOfManyIsNamedWithTheFirstTwenty() {
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tensors.add(Tensor.of("w" + i, new float[0], 0));
        }
        assertMissing(tensors, "only [\"w0\", ");
        tensors.add(Tensor.of("w20", new float[0], 0));
        assertMissing(tensors, "\"w19\" and 1 more");
    }

    private static void assertMissing(List<Tensor> tensors, String list) {
        SafeTensors content = SafeTensors.of(Map.of(), tensors);
        String message = assertThrows(RuntimeException.class, () -> content.tensor("missing"))
                .getMessage();
        assertTrue(message.contains(list), message);
    }

    private static int[] ones(int rank) {
        int[] shape = new int[rank];
        Arrays.fill(shape, 1);
        return shape;
    }

    private static void assertRefused(List<Tensor> tensors, String problem) {
        String message = assertThrows(IllegalArgumentException.class, () -> SafeTensors.of(Map.of(), tensors))
                .getMessage();
        assertTrue(message.contains(problem), message);
    }

    @Test
    void fileThatCannotBeOpenedIsNamed() {
        Path missing = folder.resolve("missing.safetensors");
        for (Path path : new Path[] {missing, folder}) {
            String message = assertThrows(UncheckedIOException.class, () -> SafeTensors.read(path))
                    .getMessage();
            assertTrue(message.startsWith("cannot read " + path + ": "), message);
        }
    }
}
