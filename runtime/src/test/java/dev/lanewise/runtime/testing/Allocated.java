package dev.lanewise.runtime.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the bytes that a thread allocates, garbage included: never less than what it held at any time. */
public final class Allocated {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocated() {}

    /** The bytes that the calling thread allocates while it does something. */
    public static long bytes(Runnable what) {
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        what.run();
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
