package dev.lanewise.processor.read;

/** The tags of a tagger: fixed by an enum, learned from the training data, records of such, or none. */
public sealed interface Tags permits EnumTags, StringTags, RecordTags, NoTags {}
