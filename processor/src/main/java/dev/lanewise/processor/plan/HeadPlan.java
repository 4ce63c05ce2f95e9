package dev.lanewise.processor.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What turns the encoder's states into tags.
 *
 * @param number its number, from 0
 * @param linear the affine layer to the scores of the tags
 * @param crf the chain of the tags; absent where they are independent
 */
public record HeadPlan(int number, Linear linear, Optional<Crf> crf) {

    /** The layers in their order. */
    List<LayerPlan> layers() {
        return Stream.<LayerPlan>concat(Stream.of(linear), crf.stream()).toList();
    }
}
