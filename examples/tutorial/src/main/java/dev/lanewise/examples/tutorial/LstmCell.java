package dev.lanewise.examples.tutorial;

import dev.lanewise.runtime.EncoderState;
import dev.lanewise.runtime.Encoding;
import dev.lanewise.runtime.Stepper;
import dev.lanewise.runtime.random.TorchRandom;
import dev.lanewise.runtime.train.Initializer;
import java.io.PrintStream;

/** The tutorial's first cell: one LSTM, stepped through a sequence and then run over it at once. */
final class LstmCell {

    private final TorchRandom random;
    private final PrintStream out;

    LstmCell(TorchRandom random, PrintStream out) {
        this.random = random;
        this.out = out;
    }

    void run() {
        DemoModel lstm = DemoModel.create(Initializer.pytorch(random));
        float[][] inputs = new float[5][];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = randn(3);
        }
        oneByOne(lstm, inputs);
        allAtOnce(lstm, inputs);
    }

    /** Steps through the sequence; after each step the stepper holds the hidden state. */
    private void oneByOne(DemoModel lstm, float[][] inputs) {
        Stepper stepper = lstm.stepper();
        stepper.state(randomState());
        float[][] outputs = new float[inputs.length][];
        for (int i = 0; i < inputs.length; i++) {
            outputs[i] = stepper.step(inputs[i]);
        }
        out.println("One input at a time:");
        print(outputs, stepper.state());
    }

    /** The whole sequence from another state; the last output and the hidden state after it are the same. */
    private void allAtOnce(DemoModel lstm, float[][] inputs) {
        Encoding encoding = lstm.encode(inputs, randomState());
        out.println("The whole sequence at once:");
        print(encoding.outputs(), encoding.state());
    }

    private void print(float[][] outputs, EncoderState state) {
        out.println(TensorText.batchOfOne(outputs));
        out.println(TensorText.argmax(outputs));
        out.println("(" + TensorText.batchOfOne(state.hidden()) + ", " + TensorText.batchOfOne(state.cell()) + ")");
    }

    private EncoderState randomState() {
        float[][] hidden = {randn(3)};
        float[][] cell = {randn(3)};
        return EncoderState.of(hidden, cell);
    }

    /** {@code torch.randn(1, size)}. */
    private float[] randn(int size) {
        float[] numbers = new float[size];
        random.normal(numbers, size);
        return numbers;
    }
}
