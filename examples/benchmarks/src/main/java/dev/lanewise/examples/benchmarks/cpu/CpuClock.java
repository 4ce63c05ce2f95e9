package dev.lanewise.examples.benchmarks.cpu;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the calling thread has used: its CPU time, which other processes do not slow, and the bytes it has allocated. */
final class CpuClock {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private CpuClock() {}

    /** Seconds of CPU time. */
    static double seconds() {
        return THREADS.getCurrentThreadCpuTime() / 1e9;
    }

    /** Bytes that the thread has allocated. */
    static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** Bytes of the heap that are in use after a collection. */
    static long held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Milliseconds that the JIT compiler has worked. */
    static long compilation() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }
}
