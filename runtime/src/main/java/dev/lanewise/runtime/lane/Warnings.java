package dev.lanewise.runtime.lane;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Warnings that a JVM prints once, however many models it loads. */
final class Warnings {

    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Warnings() {}

    static void once(String message) {
        if (SAID.add(message)) {
            System.getLogger("dev.lanewise").log(System.Logger.Level.WARNING, message);
        }
    }
}
