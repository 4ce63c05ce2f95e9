package dev.lanewise.processor.read;

/** Tags that are learned from the training data. */
public record StringTags() implements Tags {}
