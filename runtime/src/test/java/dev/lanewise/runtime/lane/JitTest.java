package dev.lanewise.runtime.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What JVMs say of themselves, and what follows for vectors. */
final class JitTest {

    private static final String SERVER = "OpenJDK 64-Bit Server VM";

    @ParameterizedTest
    @CsvSource({
        "OpenJDK 64-Bit Server VM, 'mixed mode, sharing', true",
        "Java HotSpot(TM) 64-Bit Server VM, mixed mode, true",
        "OpenJDK 64-Bit Server VM, interpreted mode, false",
        "OpenJDK 64-Bit Server VM, 'mixed mode, emulated-client, sharing', false",
        "OpenJDK Client VM, mixed mode, false",
        "Eclipse OpenJ9 VM, JRE 17 Linux amd64-64-Bit, false"
    })
    void theOptimisingCompilerIsSeen(String name, String info, boolean optimising) {
        Jit jit = new Jit(name, info, "17.0.15+6", 17);
        assertEquals(optimising, jit.isOptimising());
    }

    @ParameterizedTest
    @CsvSource({
        "17.0.5+8-jvmci-22.3-b08, 17, true",
        "21.0.1+12-jvmci-23.1-b19, 21, true",
        "25.0.1+8-LTS-jvmci-b01, 25, false",
        "17.0.15+6-Debian-1deb12u1, 17, false"
    })
    void graalIsTrustedFromJdk25On(String version, int release, boolean old) {
        assertEquals(old, new Jit(SERVER, "mixed mode, sharing", version, release).isOldGraal());
    }

    @Test
    void severalWidthsAreTakenFromJdk25On() {
        assertFalse(new Jit(SERVER, "mixed mode", "17.0.15+6", 17).takesSeveralWidths());
        assertFalse(new Jit(SERVER, "mixed mode", "21.0.1+12", 21).takesSeveralWidths());
        assertTrue(new Jit(SERVER, "mixed mode", "25+36", 25).takesSeveralWidths());
    }
}
