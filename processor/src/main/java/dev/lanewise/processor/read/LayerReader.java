package dev.lanewise.processor.read;

import java.util.ArrayList;
import java.util.EnumMap;
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
            AnnotationName.of(mirror)
                    .ifPresent(name -> name.repeated()
                            .ifPresentOrElse(
                                    each -> addRepeated(name, each, type, mirror, found),
                                    () -> found.add(stated(name, type, mirror, 0))));
        }
        return found;
    }

    private void addRepeated(
            AnnotationName list,
            AnnotationName name,
            TypeElement type,
            AnnotationMirror container,
            List<Stated> found) {
        if (stated(list, type, container, 0).value("value").getValue() instanceof List<?> all) {
            for (Object each : all) {
                if (each instanceof AnnotationValue value && value.getValue() instanceof AnnotationMirror mirror) {
                    int number = 1
                            + (int) found.stream()
                                    .filter(stated -> stated.name() == name)
                                    .count();
                    found.add(stated(name, type, mirror, number));
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
        Map<AnnotationName, Integer> unnamed = new EnumMap<>(AnnotationName.class);
        for (Stated stated : all) {
            switch (stated.name()) {
                case INPUT -> layers.add(new InputDecl(stated, stated.integer("dim")));
                case EMBEDDING -> layers.add(embedding(stated, name(stated, unnamed)));
                case CHAR_LSTM -> layers.add(charLstm(stated));
                case LSTM -> layers.add(lstm(stated, name(stated, unnamed)));
                case LINEAR -> layers.add(new LinearDecl(stated, stated.text("name")));
                case TAGGER, ENCODER, EMBEDDING_LIST, LSTM_LIST -> {}
            }
        }
        return layers;
    }

    /** The name as written; of repeated ones that leave it out, the second is numbered 2, and so on. */
    private static String name(Stated stated, Map<AnnotationName, Integer> unnamed) {
        String name = stated.text("name");
        if (stated.writes("name")) {
            return name;
        }
        int number = unnamed.merge(stated.name(), 1, Integer::sum);
        return number > 1 ? name + number : name;
    }

    private static EmbeddingDecl embedding(Stated stated, String name) {
        return new EmbeddingDecl(
                stated, stated.integer("dim"), stated.integer("minCount"), stated.flag("unknown"), name);
    }

    private static CharLstmDecl charLstm(Stated stated) {
        return new CharLstmDecl(
                stated,
                stated.integer("embedding"),
                stated.integer("hidden"),
                stated.flag("bidirectional"),
                stated.integer("projection"),
                stated.flag("unknown"),
                stated.text("name"));
    }

    private static LstmDecl lstm(Stated stated, String name) {
        return new LstmDecl(
                stated, stated.integer("hidden"), stated.integer("layers"), stated.flag("bidirectional"), name);
    }
}
