package dev.lanewise.processor;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where a class is loaded from. */
public final class ClassPlace {
    private ClassPlace() {}

    /** The folder or jar, as it stands in a class path. */
    public static String of(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
