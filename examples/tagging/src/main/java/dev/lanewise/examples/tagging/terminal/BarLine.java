package dev.lanewise.examples.tagging.terminal;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * The line of a terminal that a progress bar is drawn on. The library's own asks the terminal for its width, by native code
 * that newer JDKs warn of; and leaves an empty line behind.
 */
public final class BarLine implements ProgressBarConsumer {

    private static final int WIDTH = 79;

    private final PrintStream out;

    /** Draws on a stream. */
    public BarLine(PrintStream out) {
        this.out = out;
    }

    @Override
    public int getMaxRenderedLength() {
        return WIDTH;
    }

    @Override
    public void accept(String text) {
        out.print("\r" + text);
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
