package dev.lanewise.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of other people's parts in the jar is that of the parts that are put there. */
final class ThirdPartyTest {
    private static String list() throws IOException {
        try (InputStream in = LanewiseProcessor.class.getResourceAsStream("/META-INF/THIRD-PARTY")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();
    }

    @Test
    void everyRelocatedPackageIsListed() throws IOException {
        Path pom = Path.of("pom.xml");
        assumeTrue(Files.exists(pom), "run in the module's folder");
        assertEquals(
                all("<shadedPattern>(.*?)</shadedPattern>", Files.readString(pom)), all("package: +(\\S+)", list()));
    }

    @Test
    void theVersionIsThatOfTheClassPath() throws IOException {
        String jar = Path.of(ClassPlace.of(JavaFile.class)).getFileName().toString();
        assertTrue(list().contains(":" + jar.replace("javapoet-", "javapoet:").replace(".jar", "")), jar);
    }

    @Test
    void everyPartHasALicence() throws IOException {
        int parts = all("(?m)^(\\S+:\\S+:\\S+)$", list()).size();
        assertTrue(parts > 0);
        assertEquals(
                parts, all("licence: (Apache-2.0|MIT|BSD-3-Clause) ", list()).size());
    }
}
