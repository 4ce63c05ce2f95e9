package dev.lanewise.examples.soak;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this process has used. */
final class Process {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double MEGABYTE = 1 << 20;

    private Process() {}

    /** Seconds of CPU time of all threads. */
    static double cpuSeconds() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }

    /** Seconds of a clock that only tells differences. */
    static double seconds() {
        return System.nanoTime() / 1e9;
    }

    /** Megabytes of the heap that are in use after a collection. */
    static double heldMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }
}
