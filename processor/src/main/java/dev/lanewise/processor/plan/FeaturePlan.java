package dev.lanewise.processor.plan;

/** What makes numbers from words, or takes them as they come, and writes them to some columns of the features. */
public interface FeaturePlan extends LayerPlan {

    /** The first of the columns that it writes to. */
    int column();
}
