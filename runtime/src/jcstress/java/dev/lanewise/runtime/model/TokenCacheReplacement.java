package dev.lanewise.runtime.model;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A thread replaces words of a full set while another asks for the last of the new ones and the first of the old. */
@JCStressTest
@Outcome(
        id = {"0, 2", "0, 0", "1, 0"},
        expect = Expect.ACCEPTABLE,
        desc = "each word has its own numbers or is not there: the old one goes before the new one comes")
@Outcome(expect = Expect.FORBIDDEN, desc = "numbers of another word, or one that is gone")
@State
public class TokenCacheReplacement {

    private final TokenCache cache = new TokenCache(1, 1);

    /** Fills the set with eight words. */
    public TokenCacheReplacement() {
        for (int way = 2; way < 10; way++) {
            cache.put("w" + way, new float[] {way});
        }
    }

    /** Keeps two words. */
    @Actor
    public void keep() {
        cache.put("w0", new float[] {8});
        cache.put("w1", new float[] {1});
    }

    /** Asks for the last one, and for the first of the old ones. */
    @Actor
    public void ask(II_Result result) {
        result.r1 = number("w1");
        result.r2 = number("w2");
    }

    private int number(String word) {
        float[] numbers = cache.get(word);
        return numbers == null ? 0 : (int) numbers[0];
    }
}
