package dev.lanewise.processor.layer;

import dev.lanewise.processor.plan.Linear;

/**
 * How the pass writes the number of a head's tags and the distance of rows of tags: constants, or fields of the network where
 * the tags are learned.
 *
 * @param tags the number of tags
 * @param stride the number of tags, padded to whole vectors
 * @param arguments both as further arguments of a kernel; empty where they are constants of it
 */
record Sizes(String tags, String stride, String arguments) {

    static Sizes of(Linear linear) {
        if (linear.output().known()) {
            return new Sizes("" + linear.output().size(), "" + linear.output().stride(), "");
        }
        String tags = "net." + tagsField(linear);
        String stride = "net." + strideField(linear);
        return new Sizes(tags, stride, ", " + tags + ", " + stride);
    }

    /** The field of the network with the number of tags, where they are learned. */
    static String tagsField(Linear linear) {
        return linear.identifier() + "Tags";
    }

    /** The field of the network with the distance of rows, where the tags are learned. */
    static String strideField(Linear linear) {
        return linear.identifier() + "Stride";
    }

    /** The distance of rows as the network's constructor writes it. */
    static String strideInNet(Linear linear) {
        return linear.output().known() ? "" + linear.output().stride() : strideField(linear);
    }
}
