package dev.lanewise.runtime.model;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Whoever finds a word in the cache finds all of its numbers, without a lock. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "the word is not there yet")
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "the word is there, and so are its numbers")
@Outcome(expect = Expect.FORBIDDEN, desc = "half of the numbers")
@State
public class TokenCachePublication {

    private final TokenCache cache = new TokenCache(2, 1);

    /** Keeps a word. */
    @Actor
    public void keep() {
        float[] numbers = new float[2];
        numbers[0] = 1;
        numbers[1] = 2;
        cache.put("word", numbers);
    }

    /** Asks for it. */
    @Actor
    public void ask(II_Result result) {
        float[] numbers = cache.get("word");
        if (numbers != null) {
            result.r1 = (int) numbers[0];
            result.r2 = (int) numbers[1];
        }
    }
}
