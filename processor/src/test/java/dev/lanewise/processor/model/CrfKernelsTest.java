package dev.lanewise.processor.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lanewise.runtime.model.TagScheme;
import dev.lanewise.runtime.testing.CrfReference;
import dev.lanewise.runtime.testing.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated CRF computes what PyTorch does, and what writing out every tagging does; its twins give the same bits. */
final class CrfKernelsTest {

    private static final double TOLERANCE = 2e-6;
    private static final int[] LENGTHS = {3, 1, 5, 4, 1, 2};
    private static final Close CLOSE = new Close();

    /** A model and its tags. */
    private record Case(Source<VectorTagger<Object>> source, List<String> names, TagScheme scheme) {
        @Override
        public String toString() {
            return source.name();
        }
    }

    private static final Case GOLDEN = free("Golden", 4, false);
    private static final List<Case> CASES = new ArrayList<>();

    @TempDir
    static Path directory;

    private static Compiled compiled;

    private static String layers(TagScheme scheme) {
        return "@Input(dim = 1) @Lstm(hidden = 2) @Linear @Crf(constraints = Constraints." + scheme + ")";
    }

    private static Case free(String name, int tags, boolean learned) {
        List<String> names = IntStream.range(0, tags).mapToObj(i -> "T" + i).toList();
        return of(name, names, learned, TagScheme.NONE);
    }

    private static Case of(String name, List<String> names, boolean learned, TagScheme scheme) {
        Source<VectorTagger<Object>> source =
                learned ? Source.learnedVectors(name, layers(scheme)) : Source.vectors(name, names, layers(scheme));
        return new Case(source, names, scheme);
    }

    @BeforeAll
    static void compile() {
        for (int tags : new int[] {2, 3, 5, 8, 9, 17}) {
            CASES.add(free("Enum" + tags, tags, false));
            CASES.add(free("Learned" + tags, tags, true));
        }
        List<String> bio = List.of("I_X", "O", "B_X", "B_Y", "I_Y");
        List<String> bioes = List.of("B_X", "I_X", "E_X", "S_X", "O", "B_Y", "E_Y");
        CASES.add(of("Bio", bio, false, TagScheme.BIO));
        CASES.add(of("Bioes", bioes, false, TagScheme.BIOES));
        CASES.add(
                of("LearnedBio", bio.stream().map(tag -> tag.replace('_', '-')).toList(), true, TagScheme.BIO));
        CASES.add(of(
                "LearnedBioes", bioes.stream().map(tag -> tag.replace('_', '-')).toList(), true, TagScheme.BIOES));
        compiled = Compiled.into(
                directory,
                Stream.concat(Stream.of(GOLDEN), CASES.stream())
                        .map(Case::source)
                        .toList());
    }

    @AfterAll
    static void report() {
        System.out.println("CRF, largest deviations: " + CLOSE);
    }

    static List<Case> cases() {
        return CASES;
    }

    @ParameterizedTest
    @EnumSource
    void numbersAreThoseOfPyTorch(Twin twin) {
        Golden golden = Golden.read("crf.json");
        CrfRun run = run(GOLDEN, twin);
        run.chain(floats(golden, "start"), floats(golden, "transitions"), floats(golden, "end"));
        run.forward(Collections.singletonList(Flat.rows(floats(golden, "emissions"), 4)));
        int[] gold = Arrays.stream(golden.get("gold").numbers())
                .mapToInt(each -> (int) each)
                .toArray();
        CLOSE.absolute("golden", "nll", TOLERANCE, golden.get("nll").number(), run.loss(List.of(gold)));
        CLOSE.absolute(
                "golden",
                "log-partition",
                TOLERANCE,
                golden.get("log_partition").number(),
                run.head().logPartition(0));
        golden("marginals", golden, run.marginals(0));
        golden("grad_emissions", golden, run.emissionGradient(0));
        golden("grad_start", golden, run.gradient("start_transitions"));
        golden("grad_transitions", golden, run.gradient("transitions"));
        golden("grad_end", golden, run.gradient("end_transitions"));
        assertArrayEquals(
                Arrays.stream(golden.get("viterbi").numbers())
                        .mapToInt(each -> (int) each)
                        .toArray(),
                run.best(0));
    }

    private static void golden(String key, Golden golden, float[] actual) {
        CLOSE.absolute("golden", key, TOLERANCE, golden.tensor(key).data(), actual);
    }

    private static float[] floats(Golden golden, String key) {
        return golden.tensor(key).floats();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void numbersAreThoseOfAllTaggingsTogether(Case each) {
        Random random = new Random(each.names.size());
        CrfRun vector = run(each, Twin.VECTOR);
        CrfRun scalar = run(each, Twin.SCALAR);
        for (float spread : new float[] {0f, 1f, 4f}) {
            List<float[][]> scores = Arrays.stream(LENGTHS)
                    .mapToObj(
                            length -> Flat.rows(floats(random, length * each.names.size(), spread), each.names.size()))
                    .toList();
            int size = each.names.size();
            float[] start = floats(random, size, spread);
            float[] transitions = floats(random, size * size, spread);
            float[] end = floats(random, size, spread);
            for (CrfRun run : List.of(vector, scalar)) {
                run.chain(start, transitions, end);
                run.forward(scores);
            }
            compare(each, random, vector, scalar);
        }
    }

    private static void compare(Case each, Random random, CrfRun vector, CrfRun scalar) {
        List<CrfReference> references = IntStream.range(0, LENGTHS.length)
                .mapToObj(s -> constrained(each, vector.reference(s)))
                .toList();
        List<int[]> gold =
                references.stream().map(reference -> legal(reference, random)).toList();
        double loss = vector.loss(gold);
        assertEquals(loss, scalar.loss(gold), 0, "loss of the twins");
        double expected = IntStream.range(0, LENGTHS.length)
                .mapToDouble(s -> references.get(s).loss(gold.get(s)))
                .sum();
        assertEquals(expected, loss, 1e-6 * Math.max(1, expected) + 3e-5, "loss");
        double[] start = new double[each.names.size()];
        double[] end = new double[each.names.size()];
        double[] transitions = new double[each.names.size() * each.names.size()];
        for (int s = 0; s < LENGTHS.length; s++) {
            CrfReference reference = references.get(s);
            CLOSE.absolute("marginals", each + " " + s, TOLERANCE, flat(reference.marginals()), vector.marginals(s));
            Flat.assertSameBits(scalar.marginals(s), vector.marginals(s), "marginals");
            CrfReference.Gradients gradients = reference.gradients(gold.get(s));
            CLOSE.absolute(
                    "gradients", each + " " + s, TOLERANCE, flat(gradients.emissions()), vector.emissionGradient(s));
            Flat.assertSameBits(scalar.emissionGradient(s), vector.emissionGradient(s), "gradient of emissions");
            add(gradients.start(), start);
            add(gradients.end(), end);
            add(flat(gradients.transitions()), transitions);
            best(each, reference, vector.best(s));
        }
        chain(each, "start_transitions", start, vector, scalar);
        chain(each, "end_transitions", end, vector, scalar);
        chain(each, "transitions", transitions, vector, scalar);
    }

    private static void best(Case each, CrfReference reference, int[] path) {
        assertTrue(reference.score(path) > Double.NEGATIVE_INFINITY, () -> each + " decodes what is not allowed");
        if (Math.pow(each.names.size(), path.length) < 5000) {
            List<int[]> ranked = reference.ranked();
            assertEquals(reference.score(ranked.get(0)), reference.score(path), 1e-12, each.toString());
        }
    }

    private static void chain(Case each, String tensor, double[] expected, CrfRun vector, CrfRun scalar) {
        CLOSE.absolute("gradients", each + " " + tensor, 3 * TOLERANCE, expected, vector.gradient(tensor));
        Flat.assertSameBits(scalar.gradient(tensor), vector.gradient(tensor), tensor);
        for (int i = 0; i < expected.length; i++) {
            if (expected[i] == 0) {
                assertEquals(0f, vector.gradient(tensor)[i], each + " trains what is not allowed");
            }
        }
    }

    /** Some tagging of those that are allowed. */
    private static int[] legal(CrfReference reference, Random random) {
        int tags = reference.start().length;
        int[] path = new int[reference.emissions().length];
        do {
            Arrays.setAll(path, t -> random.nextInt(tags));
        } while (reference.score(path) == Double.NEGATIVE_INFINITY);
        return path;
    }

    private static CrfReference constrained(Case each, CrfReference free) {
        TagScheme scheme = each.scheme;
        List<String> names = each.names;
        boolean[] start = new boolean[names.size()];
        boolean[] end = new boolean[names.size()];
        boolean[][] follow = new boolean[names.size()][names.size()];
        for (int i = 0; i < names.size(); i++) {
            start[i] = scheme.mayStart(names.get(i));
            end[i] = scheme.mayEnd(names.get(i));
            for (int j = 0; j < names.size(); j++) {
                follow[i][j] = scheme.mayFollow(names.get(i), names.get(j));
            }
        }
        return free.constrained(start, follow, end);
    }

    private static CrfRun run(Case each, Twin twin) {
        return new CrfRun(compiled.model(each.source, twin), each.names);
    }

    private static float[] floats(Random random, int count, float spread) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) random.nextGaussian() * spread;
        }
        return floats;
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    private static void add(double[] more, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
    }
}
