package dev.lanewise.processor.read;

import java.util.ArrayList;
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
            AnnotationName.of(mirror).ifPresent(name -> {
                if (name == AnnotationName.LSTM_LIST) {
                    addRepeated(type, mirror, found);
                } else {
                    found.add(stated(name, type, mirror, 0));
                }
            });
        }
        return found;
    }

    private void addRepeated(TypeElement type, AnnotationMirror container, List<Stated> found) {
        if (stated(AnnotationName.LSTM_LIST, type, container, 0).value("value").getValue() instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof AnnotationValue value && value.getValue() instanceof AnnotationMirror mirror) {
                    int number = 1
                            + (int) found.stream()
                                    .filter(stated -> stated.name() == AnnotationName.LSTM)
                                    .count();
                    found.add(stated(AnnotationName.LSTM, type, mirror, number));
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
        int unnamed = 0;
        for (Stated stated : all) {
            switch (stated.name()) {
                case INPUT -> layers.add(new InputDecl(stated, stated.integer("dim")));
                case EMBEDDING -> layers.add(embedding(stated));
                case CHAR_LSTM -> layers.add(charLstm(stated));
                case LSTM -> {
                    unnamed += stated.writes("name") ? 0 : 1;
                    layers.add(lstm(stated, unnamed));
                }
                case LINEAR -> layers.add(new LinearDecl(stated, stated.text("name")));
                case TAGGER, ENCODER, LSTM_LIST -> {}
            }
        }
        return layers;
    }

    private static EmbeddingDecl embedding(Stated stated) {
        return new EmbeddingDecl(
                stated, stated.integer("dim"), stated.integer("minCount"), stated.flag("unknown"), stated.text("name"));
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

    private static LstmDecl lstm(Stated stated, int unnamed) {
        String name = stated.text("name");
        boolean numbered = !stated.writes("name") && unnamed > 1;
        return new LstmDecl(
                stated,
                stated.integer("hidden"),
                stated.integer("layers"),
                stated.flag("bidirectional"),
                numbered ? name + unnamed : name);
    }
}
