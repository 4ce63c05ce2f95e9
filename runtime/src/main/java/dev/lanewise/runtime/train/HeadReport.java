package dev.lanewise.runtime.train;

import dev.lanewise.runtime.eval.Evaluation;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What came of an epoch for one of several heads.
 *
 * @param loss its mean negative log-likelihood a word in nats, before its weight: {@link EpochReport#loss} adds up {@code weight * loss}
 * @param development the evaluation of its component on development data, where there are any
 * @param metric its {@link Trainer#headMetric} on development data, where there are any
 */
public record HeadReport(double loss, Optional<Evaluation> development, OptionalDouble metric) {}
