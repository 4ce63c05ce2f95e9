package dev.lanewise.examples.tutorial;

import dev.lanewise.runtime.random.TorchRandom;
import java.io.PrintStream;

/**
 * The PyTorch tutorial "Sequence Models and Long Short-Term Memory Networks" by Robert Guthrie, cell by cell. All random
 * numbers come from one seed in the order of the cells, as in the tutorial, so that the tables are those of its page.
 */
public final class Tutorial {

    private final PrintStream out;

    private Tutorial(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the tutorial.
     *
     * @param args none
     */
    public static void main(String[] args) {
        run(System.out);
    }

    /**
     * Runs the tutorial.
     *
     * @param out where its tables go
     */
    static void run(PrintStream out) {
        new Tutorial(out).cells();
    }

    private void cells() {
        TorchRandom random = new TorchRandom(1);
        heading("An LSTM");
        new LstmCell(random, out).run();
        heading("An LSTM for part-of-speech tagging");
        PosTaggerModel model = new TaggerCell(random, out).run();
        heading("Exercise: character-level features");
        new CharTaggerCell(out).run();
        heading("Save and load");
        new SaveCell(out).run(model);
        out.flush();
    }

    private void heading(String text) {
        out.println();
        out.println(text);
        out.println("=".repeat(text.length()));
    }
}
