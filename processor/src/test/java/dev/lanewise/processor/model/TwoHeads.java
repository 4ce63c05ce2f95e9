package dev.lanewise.processor.model;

import dev.lanewise.runtime.Tagging;
import java.util.List;
import java.util.stream.Stream;

/** A tagger with two heads, with most methods that one can have. */
public interface TwoHeads {

    enum Upos {
        A,
        B,
        C,
        D,
        E
    }

    record Tags(Upos upos, String xpos) {
        /** Records in which each component recurs with different ones beside it. */
        static final List<Tags> FIVE = List.of(
                new Tags(Upos.A, "x"),
                new Tags(Upos.B, "y"),
                new Tags(Upos.A, "z"),
                new Tags(Upos.D, "y"),
                new Tags(Upos.E, "v"));
    }

    Tagging<Tags> tag(List<String> words);

    List<List<Tags>> tagAll(List<List<String>> sentences);

    Stream<Tagging<Tags>> tagAll(Stream<List<String>> sentences);

    List<Upos> tagUpos(List<String> words);

    Tagging<String> tagXpos(List<String> words);

    List<Tagging<Upos>> tagAllUpos(List<List<String>> sentences);

    Iterable<List<String>> tagAllXpos(Iterable<List<String>> sentences);

    float[][] scoresUpos(List<String> words);

    void scoresXpos(List<String> words, float[][] into);

    List<Tagging<String>> nBestXpos(List<String> words, int n);

    List<Tagging<Tags>> nBest(List<String> words, int n);

    float[][] encode(List<String> words);
}
