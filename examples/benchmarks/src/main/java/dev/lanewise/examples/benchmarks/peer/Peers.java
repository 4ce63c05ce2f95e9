package dev.lanewise.examples.benchmarks.peer;

import dev.lanewise.examples.benchmarks.work.Workload;
import dev.lanewise.examples.benchmarks.work.Workloads;
import java.util.List;
import java.util.ServiceLoader;

/** The peers that are on the class path: none, unless this was built with the profile {@code peers}. */
public final class Peers {

    private static final String SEPARATOR = ":";

    private Peers() {}

    /** All of them. */
    public static List<Peer> all() {
        return ServiceLoader.load(Peer.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * What a peer can do of our workloads, by the names that {@link #named} takes.
     *
     * @param ours names of our workloads
     */
    public static List<String> names(Peer peer, List<String> ours) {
        return ours.stream()
                .filter(peer.workloads()::contains)
                .map(name -> peer.name() + SEPARATOR + name)
                .toList();
    }

    /**
     * A workload, a peer's if its name begins with one: {@code onnx:w2.tag.b1}.
     *
     * @throws IllegalArgumentException if there is no such peer or workload
     */
    public static Workload named(String name) {
        int separator = name.indexOf(SEPARATOR);
        return separator < 0
                ? Workloads.named(name)
                : peer(name.substring(0, separator)).named(name.substring(separator + 1));
    }

    private static Peer peer(String name) {
        return all().stream()
                .filter(peer -> peer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no peer " + name + " on the class path; build with the profile peers"));
    }
}
