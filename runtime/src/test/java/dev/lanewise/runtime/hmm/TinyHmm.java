package dev.lanewise.runtime.hmm;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.LookupKind;
import dev.lanewise.runtime.model.FeatureSpec;
import dev.lanewise.runtime.model.ModelSpec;
import dev.lanewise.runtime.model.TagSet;
import java.util.List;

/** A hidden Markov model without the trellis that is generated for one: it can be trained, saved and loaded, but not asked. */
final class TinyHmm {

    static final HmmType<String, HmmCore<String>> TYPE = new HmmType<>(
            ModelSpec.of(
                            "Tiny",
                            "@Tagger @Hmm(order = 2, suffix = 10, rare = 10)",
                            FeatureSpec.ofText().lookup("hmm", LookupKind.WORD, 0, 1, true))
                    .build(),
            2,
            10,
            10,
            TagSet.learned(),
            transitions -> {
                throw new UnsupportedOperationException();
            },
            core -> core);

    static final List<Example<String>> EXAMPLES = List.of(
            Example.of(List.of("a", "b"), List.of("A", "B")), Example.of(List.of("a", "Ca"), List.of("A", "A")));

    private TinyHmm() {}

    static HmmCore<String> trained() {
        return new HmmTrainer<>(TYPE).fit(EXAMPLES);
    }
}
