package dev.lanewise.processor.model;

import dev.lanewise.runtime.lane.Lanes;
import java.util.Locale;
import java.util.function.Supplier;

/** Which half of a generated class computes. */
enum Twin {
    SCALAR,
    VECTOR;

    /** Does something during which classes that are initialised take this twin. */
    synchronized <R> R during(Supplier<R> action) {
        String before = System.getProperty(Lanes.PROPERTY);
        System.setProperty(Lanes.PROPERTY, name().toLowerCase(Locale.ROOT));
        try {
            return action.get();
        } finally {
            if (before == null) {
                System.clearProperty(Lanes.PROPERTY);
            } else {
                System.setProperty(Lanes.PROPERTY, before);
            }
        }
    }
}
