package dev.lanewise.processor.read;

/** An encoder has no tags. */
public record NoTags() implements Tags {}
