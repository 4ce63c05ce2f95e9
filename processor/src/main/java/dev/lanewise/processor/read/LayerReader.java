package dev.lanewise.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads the annotations of a type into layers. */
final class LayerReader {
    private final Elements elements;

    LayerReader(Elements elements) {
        this.elements = elements;
    }

    /** Our annotations on the type from top to bottom, repeated ones where the first of them stands. */
    List<Stated> stated(TypeElement type) {
        List<Stated> found = new ArrayList<>();
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            AnnotationName.of(mirror).ifPresent(name -> found.add(stated(name, type, mirror, 0)));
            AnnotationName.repeatedIn(mirror).ifPresent(name -> addRepeated(name, type, mirror, found));
        }
        return found;
    }

    private void addRepeated(AnnotationName name, TypeElement type, AnnotationMirror container, List<Stated> found) {
        int number = 0;
        if (stated(name, type, container, 0).value("value").getValue() instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof AnnotationValue value && value.getValue() instanceof AnnotationMirror mirror) {
                    found.add(stated(name, type, mirror, ++number));
                }
            }
        }
    }

    private Stated stated(AnnotationName name, TypeElement type, AnnotationMirror mirror, int number) {
        return new Stated(
                name,
                type,
                mirror,
                number,
                byName(mirror.getElementValues()),
                byName(elements.getElementValuesWithDefaults(mirror)));
    }

    private static Map<String, AnnotationValue> byName(
            Map<? extends ExecutableElement, ? extends AnnotationValue> values) {
        Map<String, AnnotationValue> named = new LinkedHashMap<>();
        values.forEach((attribute, value) -> named.put(attribute.getSimpleName().toString(), value));
        return named;
    }

    /** The layers among the annotations, in their order. */
    List<LayerDecl> layers(List<Stated> all) {
        List<LayerDecl> layers = new ArrayList<>();
        Map<String, Integer> unnamed = new HashMap<>();
        for (Stated stated : all) {
            stated.name().layer().ifPresent(factory -> layers.add(factory.read(stated, name(stated, unnamed))));
        }
        return layers;
    }

    /**
     * The name as written. By default the component that is read stands in it, {@code pos_embeddings} in place of {@code
     * word_embeddings}; of several layers that leave the same name out, the second one gets a 2 behind it, and so on.
     */
    private static String name(Stated stated, Map<String, Integer> unnamed) {
        if (!stated.has("name")) {
            return "";
        }
        String name = stated.text("name");
        if (stated.writes("name")) {
            return name;
        }
        String base = stated.of().isEmpty() ? name : stated.of() + "_" + name.replaceFirst("^word_", "");
        int number = unnamed.merge(base, 1, Integer::sum);
        return number == 1 ? base : base + number;
    }
}
