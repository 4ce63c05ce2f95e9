module dev.example {
    requires static dev.lanewise.annotation;
    requires dev.lanewise.runtime;
    requires jdk.incubator.vector;
}
