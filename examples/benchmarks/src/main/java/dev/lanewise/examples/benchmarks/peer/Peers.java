package dev.lanewise.examples.benchmarks.peer;

import java.util.List;
import java.util.ServiceLoader;

/** The peers that are on the class path: none, unless this was built with the profile {@code peers}. */
public final class Peers {

    private Peers() {}

    /** All of them. */
    public static List<Peer> all() {
        return ServiceLoader.load(Peer.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * The peer of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Peer named(String name) {
        return all().stream()
                .filter(peer -> peer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no peer " + name + " on the class path; build with the profile peers"));
    }
}
