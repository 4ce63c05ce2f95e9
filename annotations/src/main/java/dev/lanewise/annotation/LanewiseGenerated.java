package dev.lanewise.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that Lanewise wrote. It stays in the class file, so that coverage and static analysis tools can leave the
 * class out ({@code @Generated} is gone after compilation), and so that an incremental build knows its own former output
 * from a class of the same name that somebody wrote by hand.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LanewiseGenerated {
    /**
     * The declaration the class was written from, with all attributes: its layers, sizes and names. A saved model carries
     * the same text in its metadata.
     *
     * @return the declaration
     */
    String declaration();
}
