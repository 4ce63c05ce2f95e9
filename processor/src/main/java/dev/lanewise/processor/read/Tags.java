package dev.lanewise.processor.read;

/** The tags of a tagger: fixed by an enum, learned from the training data, or none. */
public sealed interface Tags permits EnumTags, StringTags, NoTags {}
