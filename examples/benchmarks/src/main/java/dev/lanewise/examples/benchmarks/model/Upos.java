package dev.lanewise.examples.benchmarks.model;

/** The 17 universal parts of speech. */
public enum Upos {
    /** Adjective. */
    ADJ,
    /** Adposition. */
    ADP,
    /** Adverb. */
    ADV,
    /** Auxiliary. */
    AUX,
    /** Coordinating conjunction. */
    CCONJ,
    /** Determiner. */
    DET,
    /** Interjection. */
    INTJ,
    /** Noun. */
    NOUN,
    /** Numeral. */
    NUM,
    /** Particle. */
    PART,
    /** Pronoun. */
    PRON,
    /** Proper noun. */
    PROPN,
    /** Punctuation. */
    PUNCT,
    /** Subordinating conjunction. */
    SCONJ,
    /** Symbol. */
    SYM,
    /** Verb. */
    VERB,
    /** Other. */
    X
}
