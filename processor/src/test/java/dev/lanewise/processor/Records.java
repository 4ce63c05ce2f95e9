package dev.lanewise.processor;

/** Declarations that the tests of compilers and builds have in common. */
final class Records {

    /** The annotations, and the body, of a tagger with tokens that are records, and two heads that give the components of one. */
    static final String LAYERS = "@Tagger @Embedding(dim = 3) @Embedding(of = \"lemma\", dim = 2) @Lstm(hidden = 3)"
            + " @Linear(of = \"upos\") @Linear(of = \"xpos\") @Crf(of = \"xpos\")";

    static final String BODY = "{ enum Upos { NOUN, VERB } record Word(String form, String lemma) {}"
            + " record Tags(Upos upos, String xpos) {}"
            + " List<Tags> tag(List<Word> words); List<String> tagXpos(List<Word> words);"
            + " float[][] scoresUpos(List<Word> words); }";

    private Records() {}
}
