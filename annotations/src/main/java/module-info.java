/** The annotations that declare a sequence model. They are read at compile time only. */
module dev.lanewise.annotation {
    requires static org.jspecify;

    exports dev.lanewise.annotation;
}
