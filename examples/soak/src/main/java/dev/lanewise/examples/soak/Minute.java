package dev.lanewise.examples.soak;

import java.util.Locale;

/**
 * What a stretch of the run came to.
 *
 * @param number its number, from 1
 * @param words words tagged
 * @param seconds by the clock
 * @param cpuSeconds CPU time of all threads
 * @param held megabytes of the heap that are in use after a collection
 */
record Minute(int number, long words, double seconds, double cpuSeconds, double held) {

    /** Words a second by the clock, which other programs and stops of this one slow. */
    double wordsPerSecond() {
        return words / seconds;
    }

    /** Words a second of CPU time. */
    double wordsPerCpuSecond() {
        return words / cpuSeconds;
    }

    static String heading() {
        return "minute,words,seconds,cpu_seconds,words_per_second,words_per_cpu_second,heap_after_gc_mb";
    }

    /** A line of the table. */
    String row() {
        return String.format(
                Locale.ROOT,
                "%d,%d,%.2f,%.2f,%.0f,%.0f,%.2f",
                number,
                words,
                seconds,
                cpuSeconds,
                wordsPerSecond(),
                wordsPerCpuSecond(),
                held);
    }
}
