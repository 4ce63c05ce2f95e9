package dev.lanewise.runtime.lane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows become columns, number by number and by vectors of every width; nothing else is written. */
final class TransposerTest {

    private static final int[] SIZES = {1, 3, 4, 7, 8, 9, 15, 16, 17, 24, 31, 33, 50, 100, 128};
    private static final int GAP = 5;
    private static final float UNTOUCHED = -1f;

    static Stream<Arguments> shapes() {
        return IntStream.of(SIZES)
                .boxed()
                .flatMap(rows -> IntStream.of(SIZES).mapToObj(columns -> Arguments.of(rows, columns)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void numberByNumber(int rows, int columns) {
        check(new Transposer(), rows, columns);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32, 64})
    void byVectorsOf(int bytes) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-Xbatch",
                        "-XX:MaxVectorSize=" + bytes,
                        TransposerTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    @Test
    void vectorsOfAModelTakeOverOnceMuchWasLaid() {
        Species.upTo(16);
        float[] numbers = new float[256 * 256];
        float[] to = new float[256 * 256];
        for (int i = 0; i < 1 << 12; i++) {
            new Transposer().transpose(numbers, 0, 256, 256, 256, to, 0, 256);
        }
        assertInstanceOf(VectorTransposer.class, Transposer.here());
    }

    /** Checks vectors as wide as the options of the JVM allow. */
    public static void main(String[] args) {
        boolean vectors = Species.upTo(16).length() >= VectorTransposer.FEWEST_LANES;
        Transposer transposer = vectors ? new VectorTransposer() : Transposer.here();
        for (int rows : SIZES) {
            for (int columns : SIZES) {
                check(transposer, rows, columns);
            }
        }
        checkAllocation(transposer);
    }

    private static void checkAllocation(Transposer transposer) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[] from = new float[40 * 80];
        float[] to = new float[80 * 64];
        long bytes = 0;
        for (int round = 0; round < 20; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1000; i++) {
                transposer.transpose(from, 0, 80, 40, 80, to, 0, 64);
            }
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
        }
        // Those of asking.
        assertTrue(bytes < 1000, bytes + " bytes in 1,000 warm calls");
    }

    private static void check(Transposer transposer, int rows, int columns) {
        int stride = columns + 2;
        int width = rows + GAP;
        float[] from = new float[GAP + rows * stride];
        for (int i = 0; i < from.length; i++) {
            // A NaN keeps its payload: whatever is in a matrix is moved as it is.
            from[i] = i % 11 == 0 ? Float.intBitsToFloat(0x7fc00001 + i) : i;
        }
        float[] expected = new float[3 + columns * width];
        Arrays.fill(expected, UNTOUCHED);
        float[] actual = expected.clone();
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < columns; k++) {
                expected[3 + k * width + row] = from[GAP + row * stride + k];
            }
        }
        transposer.transpose(from, GAP, stride, rows, columns, actual, 3, width);
        assertArrayEquals(bits(expected), bits(actual), () -> rows + " rows of " + columns);
    }

    private static int[] bits(float[] numbers) {
        return IntStream.range(0, numbers.length)
                .map(i -> Float.floatToRawIntBits(numbers[i]))
                .toArray();
    }
}
