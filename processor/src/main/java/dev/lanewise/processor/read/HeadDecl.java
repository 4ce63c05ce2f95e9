package dev.lanewise.processor.read;

import java.util.Optional;

/**
 * One head of a tagger.
 *
 * @param number its number, from 0
 * @param linear the affine layer to the scores of its tags
 * @param crf the chain over them, if it has one
 * @param tags its tags
 */
public record HeadDecl(int number, LinearDecl linear, Optional<CrfDecl> crf, Tags tags) {}
