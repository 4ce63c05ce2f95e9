package dev.lanewise.runtime.train;

/** AdamW (Loshchilov and Hutter 2019), {@code torch.optim.AdamW}: {@link Adam} with decoupled weight decay. */
public final class AdamW {

    /** PyTorch's default weight decay. */
    public static final float WEIGHT_DECAY = 0.01f;

    private AdamW() {}

    /** AdamW with PyTorch's defaults: betas 0.9 and 0.999, epsilon 1e-8, weight decay 0.01. */
    public static Adam learningRate(float rate) {
        return Adam.learningRate(rate).decoupledWeightDecay(WEIGHT_DECAY);
    }
}
