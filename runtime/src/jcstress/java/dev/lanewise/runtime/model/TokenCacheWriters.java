package dev.lanewise.runtime.model;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/** Two threads keep words of one set: one may take the other's place, but no word gets the other's numbers. */
@JCStressTest
@Outcome(
        id = {"[01], [02], 1, 2", "[01], [02], 1, 0", "[01], [02], 0, 2"},
        expect = Expect.ACCEPTABLE,
        desc = "each word has its own numbers, or lost its place to the other")
@Outcome(expect = Expect.FORBIDDEN, desc = "numbers of another word, or both words lost")
@State
public class TokenCacheWriters {

    private final TokenCache cache = new TokenCache(1, 1);

    /** Keeps a word and asks for it. */
    @Actor
    public void first(IIII_Result result) {
        cache.put("w1", new float[] {1});
        result.r1 = number("w1");
    }

    /** Keeps another word and asks for it. */
    @Actor
    public void second(IIII_Result result) {
        cache.put("w2", new float[] {2});
        result.r2 = number("w2");
    }

    /** Asks for both at the end. */
    @Arbiter
    public void end(IIII_Result result) {
        result.r3 = number("w1");
        result.r4 = number("w2");
    }

    private int number(String word) {
        float[] numbers = cache.get(word);
        return numbers == null ? 0 : (int) numbers[0];
    }
}
