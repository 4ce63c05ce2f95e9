package dev.lanewise.runtime.model;

import dev.lanewise.runtime.EncoderState;
import dev.lanewise.runtime.Encoding;
import dev.lanewise.runtime.Stepper;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.Vocabularies;
import java.nio.file.Path;
import java.util.List;

/** What all generated encoders do alike. Immutable and safe to share between threads. */
public final class EncoderCore {

    private static final Vocabularies NONE = Vocabularies.ofTags(List.of());

    private final ModelSpec spec;
    private final ParameterSet parameters;
    private final Network network;
    private final WorkerPool workers;

    /** An encoder of parameters that do not change any more. */
    public EncoderCore(ModelSpec spec, ParameterSet parameters, Network network) {
        this.spec = spec;
        this.parameters = parameters;
        this.network = network;
        this.workers = new WorkerPool(spec, NONE, network, null);
    }

    /** All hidden states from a zero state, {@code [time][directions x hidden]}. */
    public float[][] encode(Sequence sequence) {
        Worker worker = workers.borrow();
        float[][] outputs = new float[sequence.length()][worker.pass().hiddenSize()];
        if (sequence.length() > 0) {
            worker.batch().add(sequence);
            run(worker, outputs);
        }
        workers.giveBack(worker);
        return outputs;
    }

    /**
     * Writes all hidden states to {@code [time][directions x hidden]} of the caller's.
     *
     * @throws IllegalArgumentException if there are too few rows or columns
     */
    public void encode(Sequence sequence, float[][] into) {
        Worker worker = workers.borrow();
        RowTarget.check(into, sequence.length(), worker.pass().hiddenSize());
        if (sequence.length() > 0) {
            worker.batch().add(sequence);
            run(worker, into);
        }
        workers.giveBack(worker);
    }

    /**
     * All hidden states from a given state, and the state after them.
     *
     * @throws IllegalArgumentException if the sequence is empty, or the state has not this model's layers and sizes
     */
    public Encoding encode(Sequence sequence, EncoderState state) {
        if (sequence.length() == 0) {
            throw new IllegalArgumentException("the sequence is empty: its state is the one that was given");
        }
        Worker worker = workers.borrow();
        Pass pass = worker.pass();
        RunStates.check(pass.runs(), state);
        float[][] outputs = new float[sequence.length()][pass.hiddenSize()];
        worker.batch().add(sequence, state);
        run(worker, outputs);
        Encoding encoding =
                new Encoding(outputs, RunStates.last(pass.runs(), worker.batch().words(), 0));
        workers.giveBack(worker);
        return encoding;
    }

    private static void run(Worker worker, float[][] into) {
        worker.forward();
        Pass pass = worker.pass();
        RowTarget.copy(worker, pass.hidden(), pass.hiddenStride(), pass.hiddenSize(), into);
    }

    /** A new stepper in a zero state. */
    public Stepper stepper() {
        return new CarriedState(new Worker(spec, NONE, network));
    }

    /** Writes the model to a file, whole or not at all. */
    public void save(Path file) {
        ModelFile.write(file, spec, NONE, parameters);
    }

    /** The model's layers and parameters. */
    public ModelInfo info() {
        return ModelInfo.of(spec, NONE, parameters);
    }

    /** Runs batches of one sequence of length one, each from the state of the one before. */
    private static final class CarriedState implements Stepper {
        private final Worker worker;
        private EncoderState state;

        private CarriedState(Worker worker) {
            this.worker = worker;
            this.state = RunStates.zero(worker.pass().runs());
        }

        @Override
        public float[] step(float[] input) {
            float[][] output = new float[1][worker.pass().hiddenSize()];
            worker.batch().clear().add(Sequence.of(new float[][] {input}), state);
            run(worker, output);
            state = RunStates.last(worker.pass().runs(), worker.batch().words(), 0);
            return output[0];
        }

        @Override
        public EncoderState state() {
            return state;
        }

        @Override
        public void state(EncoderState from) {
            RunStates.check(worker.pass().runs(), from);
            state = from;
        }

        @Override
        public void reset() {
            state = RunStates.zero(worker.pass().runs());
        }
    }
}
