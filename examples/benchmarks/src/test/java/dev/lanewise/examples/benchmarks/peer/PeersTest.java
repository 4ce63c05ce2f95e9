package dev.lanewise.examples.benchmarks.peer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PeersTest {

    @Test
    void peersComputeWhatOurModelsCompute() {
        List<Peer> peers = Peers.all();
        assumeFalse(peers.isEmpty(), "no peer is on the class path: build with the profile peers");
        for (Peer peer : peers) {
            peer.check().forEach(agreement -> assertTrue(agreement.holds(), peer.title() + ": " + agreement));
        }
    }

    @Test
    void aDifferenceOrNotANumberIsNoAgreement() {
        float[][] ours = {{1, 2}, {3, 4}};
        assertTrue(Agreement.of("same", 1e-6, ours, new float[][] {{1, 2}, {3, 4}})
                .holds());
        assertFalse(Agreement.of("other", 1e-6, ours, new float[][] {{1, 2}, {3, 4.1f}})
                .holds());
        assertFalse(Agreement.of("NaN", 1e-6, ours, new float[][] {{1, Float.NaN}, {3, 4}})
                .holds());
    }

    @Test
    void aMissingPeerIsTold() {
        String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> Peers.named("abacus:w2.tag.b1"))
                        .getMessage());
        assertTrue(message.startsWith("no peer abacus on the class path"), message);
    }
}
