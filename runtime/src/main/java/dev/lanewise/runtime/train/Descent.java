package dev.lanewise.runtime.train;

import dev.lanewise.runtime.model.GradientSet;
import dev.lanewise.runtime.model.Network;
import dev.lanewise.runtime.model.Packed;
import dev.lanewise.runtime.model.ParameterSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is done once the shards of a batch have their gradients: they are added up in the order of the shards, their norm is
 * taken, the weights move, and what is derived from the weights is rebuilt. All of it in blocks that threads share.
 */
final class Descent implements IntConsumer {

    /** What is done with a block; the last one with a part of what is derived from the weights. */
    private enum Work {
        REDUCE,
        SQUARE,
        SCALE,
        MOVE,
        REPACK
    }

    private final List<Packed> packed;
    private final ParameterSet parameters;
    private final GradientSet gradients;

    /** The gradients of all shards but the first. */
    private final List<GradientSet> shards = new ArrayList<>();

    private final Optimizer.State optimizer;
    private final Blocks occurred;
    private final Blocks moved;
    private final int repackings;
    private Work work = Work.REDUCE;
    private double[] squares = new double[0];
    private int active;
    private float factor = 1f;
    private @Nullable Averages averages;

    Descent(ParameterSet parameters, Network network, Optimizer optimizer) {
        this.parameters = parameters;
        this.packed = network.packed();
        this.gradients = new GradientSet(parameters);
        this.optimizer = optimizer.start(gradients);
        this.occurred = new Blocks(gradients, false);
        this.moved = optimizer.isDense() ? new Blocks(gradients, true) : occurred;
        int parts = 0;
        for (Packed each : packed) {
            each.learn();
            parts += each.parts();
        }
        this.repackings = parts;
    }

    /** Averages the weights from now on. */
    void average(Averages into) {
        averages = into;
    }

    /** The sum over the shards. */
    GradientSet gradients() {
        return gradients;
    }

    Optimizer.State optimizer() {
        return optimizer;
    }

    /** Where a shard adds its gradients: the first one straight to the sum. */
    GradientSet ofShard(int shard) {
        while (shards.size() < shard) {
            shards.add(new GradientSet(parameters));
        }
        return shard == 0 ? gradients : shards.get(shard - 1);
    }

    /** Adds the gradients of so many shards to the sum, in order; those of the first are there. */
    void reduce(int count, Team team) {
        active = count - 1;
        if (active == 0) {
            return;
        }
        for (int s = 0; s < active; s++) {
            for (int p = 0; p < gradients.size(); p++) {
                gradients.at(p).takeNewRows(shards.get(s).at(p));
            }
        }
        begin();
        run(Work.REDUCE, occurred, occurred.count(), team);
        for (int s = 0; s < active; s++) {
            shards.get(s).clear();
        }
    }

    /** What comes before threads share the sums. */
    private void begin() {
        gradients.settle();
        occurred.measure();
    }

    private void run(Work next, Blocks blocks, int parts, Team team) {
        work = next;
        (blocks.small() ? Team.ALONE : team).run(parts, this);
    }

    /** Does a part of the work that goes on. */
    @Override
    public void accept(int part) {
        switch (work) {
            case REDUCE -> reduceBlock(part);
            case SQUARE -> squaresOfBlock(part);
            case SCALE -> scaleBlock(part);
            case MOVE -> moveBlock(part);
            case REPACK -> repackPart(part);
        }
    }

    private void reduceBlock(int block) {
        int p = occurred.parameter(block);
        for (int s = 0; s < active; s++) {
            gradients.at(p).take(shards.get(s).at(p), occurred.from(p, block), occurred.to(p, block));
        }
    }

    /** The Euclidean norm of all gradients as one vector: the blocks' squares, added up in order. */
    double norm(Team team) {
        begin();
        int count = occurred.count();
        if (squares.length < count) {
            squares = new double[Math.max(count, 2 * squares.length)];
        }
        run(Work.SQUARE, occurred, count, team);
        double sum = 0;
        for (int block = 0; block < count; block++) {
            sum += squares[block];
        }
        return Math.sqrt(sum);
    }

    private void squaresOfBlock(int block) {
        int p = occurred.parameter(block);
        squares[block] = gradients.at(p).squaredNorm(occurred.from(p, block), occurred.to(p, block));
    }

    /** Scales the gradients at once; see {@link #clipFactor}. */
    void scale(float by, Team team) {
        factor = by;
        run(Work.SCALE, occurred, occurred.count(), team);
        factor = 1f;
    }

    private void scaleBlock(int block) {
        int p = occurred.parameter(block);
        gradients.at(p).scale(occurred.from(p, block), occurred.to(p, block), factor);
    }

    /** What {@code torch.nn.utils.clip_grad_norm_} scales gradients of a norm by. */
    static float clipFactor(double norm, float maxNorm) {
        return (float) Math.min(1, maxNorm / (norm + 1e-6));
    }

    /**
     * Moves the weights and rebuilds what is derived from them.
     *
     * @param learningRate the rate of this step
     * @param scale what the gradients are scaled by before
     * @param clear whether the gradients are set to zero after
     */
    void step(float learningRate, float scale, boolean clear, Team team) {
        begin();
        // In one go where the optimizer moves the same blocks.
        boolean together = moved == occurred;
        if (!together && scale != 1f) {
            scale(scale, team);
        }
        optimizer.begin(learningRate);
        factor = together ? scale : 1f;
        move(team);
        factor = 1f;
        if (averages != null) {
            averages.endStep();
        }
        if (clear) {
            gradients.clear();
        }
        repack(team);
    }

    private void move(Team team) {
        if (!moved.small()) {
            run(Work.MOVE, moved, moved.count(), team);
            return;
        }
        for (int p = 0; p < gradients.size(); p++) {
            move(p, 0, moved.extent(p));
        }
    }

    private void moveBlock(int block) {
        int p = moved.parameter(block);
        move(p, moved.from(p, block), moved.to(p, block));
    }

    private void move(int p, int from, int to) {
        if (factor != 1f) {
            gradients.at(p).scale(from, to, factor);
        }
        if (averages != null) {
            averages.beforeMove(p, from, to);
        }
        optimizer.move(p, from, to);
        if (averages != null) {
            averages.afterMove(p, from, to);
        }
    }

    /** Rebuilds what is derived from the weights. */
    void repack(Team team) {
        if (moved.small()) {
            for (int i = 0; i < packed.size(); i++) {
                packed.get(i).repack();
            }
            return;
        }
        run(Work.REPACK, moved, repackings, team);
    }

    private void repackPart(int number) {
        int part = number;
        int i = 0;
        while (part >= packed.get(i).parts()) {
            part -= packed.get(i++).parts();
        }
        packed.get(i).repack(part);
    }
}
