package dev.lanewise.examples.tagging;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * The line of a terminal that a progress bar is drawn on. The library's own asks the terminal for its width, by native code
 * that newer JDKs warn of; and leaves an empty line behind.
 */
final class BarLine implements ProgressBarConsumer {

    private static final int WIDTH = 79;

    private final PrintStream out;

    BarLine(PrintStream out) {
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
