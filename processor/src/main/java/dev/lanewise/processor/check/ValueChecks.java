package dev.lanewise.processor.check;

import dev.lanewise.processor.read.AnnotationName;
import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.DropoutRate;
import dev.lanewise.processor.read.EncoderDecl;
import dev.lanewise.processor.read.FeatureDecl;
import dev.lanewise.processor.read.LayerDecl;
import dev.lanewise.processor.read.Stated;
import dev.lanewise.processor.read.TableDecl;
import java.util.List;

/** Rules for sizes and counts. */
final class ValueChecks implements Checker.Check {
    private static final int MAX_SIZE = 65536;
    private static final int MAX_HIDDEN = 8192;
    private static final int MAX_AFFIX = 16;
    private static final int MAX_FILTER = 9;
    private static final int MAX_LAYERS = 16;
    private static final int MAX_DEPTH = 64;
    // A quarter of what an int can count, so that rows padded to whole vectors still fit into one array.
    private static final long MAX_MATRIX = 1 << 30;

    private static final List<Range> RANGES = List.of(
            new Range(AnnotationName.INPUT, "dim", 1, MAX_SIZE, Message.INPUT_DIM),
            new Range(AnnotationName.EMBEDDING, "dim", 1, MAX_SIZE, Message.EMBEDDING_DIM),
            new Range(AnnotationName.AFFIX, "length", 1, MAX_AFFIX, Message.AFFIX_LENGTH),
            new Range(AnnotationName.AFFIX, "dim", 1, MAX_SIZE, Message.TABLE_DIM),
            new Range(AnnotationName.SHAPE, "dim", 1, MAX_SIZE, Message.TABLE_DIM),
            new Range(AnnotationName.CHAR_LSTM, "embedding", 1, MAX_SIZE, Message.CHAR_EMBEDDING),
            new Range(AnnotationName.CHAR_LSTM, "hidden", 1, MAX_HIDDEN, Message.CHAR_HIDDEN),
            new Range(AnnotationName.CHAR_LSTM, "projection", 0, MAX_SIZE, Message.PROJECTION),
            new Range(AnnotationName.CHAR_CNN, "embedding", 1, MAX_SIZE, Message.CHAR_EMBEDDING),
            new Range(AnnotationName.CHAR_CNN, "filters", 1, MAX_HIDDEN, Message.FILTERS),
            new Range(AnnotationName.CHAR_CNN, "width", 1, MAX_FILTER, Message.FILTER_WIDTH),
            new Range(AnnotationName.LSTM, "hidden", 1, MAX_HIDDEN, Message.HIDDEN),
            new Range(AnnotationName.LSTM, "layers", 1, MAX_LAYERS, Message.LAYERS),
            new Range(AnnotationName.GRU, "hidden", 1, MAX_HIDDEN, Message.HIDDEN),
            new Range(AnnotationName.GRU, "layers", 1, MAX_LAYERS, Message.LAYERS));

    @Override
    public void check(Declaration declaration, Report.Builder report) {
        boolean allGood = true;
        for (LayerDecl layer : declaration.layers()) {
            for (Range range : RANGES) {
                allGood &= range.holds(layer.stated(), report);
            }
            checkDropout(layer, report);
        }
        declaration.of(TableDecl.class).forEach(table -> checkMinCount(table, report));
        if (allGood) {
            checkMatrices(declaration, report);
            checkDepth(declaration, report);
        }
    }

    /** Whether all sizes of a layer are in range: those of one that is not must not be counted up to. */
    static boolean inRange(LayerDecl layer) {
        return RANGES.stream().allMatch(range -> range.holds(layer.stated()));
    }

    private static void checkDropout(LayerDecl layer, Report.Builder report) {
        for (DropoutRate rate : DropoutRate.values()) {
            float value = rate.of(layer);
            if (!(value >= 0 && value < 1)) { // NaN is neither
                Stated stated = layer.stated();
                Place place = Place.at(stated, rate.attribute());
                report.add(Message.DROPOUT, place, rate.attribute(), value, stated.label());
            }
        }
    }

    private static void checkMatrices(Declaration declaration, Report.Builder report) {
        int width = 0;
        for (FeatureDecl feature : declaration.features()) {
            checkMatrices(feature, 1, report);
            width += feature.size();
        }
        for (EncoderDecl encoder : declaration.encoder()) {
            checkMatrices(encoder, width, report);
            width = encoder.size();
        }
    }

    private static void checkMatrices(LayerDecl layer, int inputs, Report.Builder report) {
        for (LayerDecl.Matrix matrix : layer.matrices(inputs)) {
            if ((long) matrix.rows() * matrix.columns() > MAX_MATRIX) {
                report.add(
                        Message.MATRIX_TOO_LARGE,
                        Place.at(layer.stated(), matrix.attribute()),
                        matrix.attribute(),
                        layer.stated().value(matrix.attribute()).getValue(),
                        layer.stated().label(),
                        matrix.rows(),
                        matrix.columns());
            }
        }
    }

    private static void checkDepth(Declaration declaration, Report.Builder report) {
        int depth = 0;
        for (EncoderDecl encoder : declaration.encoder()) {
            depth += encoder.layers();
            if (depth > MAX_DEPTH) {
                report.add(Message.TOO_DEEP, Place.at(encoder.stated(), "layers"), depth);
                return;
            }
        }
    }

    private static void checkMinCount(TableDecl table, Report.Builder report) {
        Place place = Place.at(table.stated(), "minCount");
        int minCount = table.minCount();
        if (minCount < 1) {
            report.add(Message.MIN_COUNT, place, minCount, table.stated().label());
        } else if (minCount > 1 && !table.unknown()) {
            report.add(Message.RARE_WORDS_WITHOUT_UNKNOWN, place, minCount);
        }
    }

    /** The range of one attribute of one annotation. */
    private record Range(AnnotationName annotation, String attribute, int min, int max, Message message) {
        boolean holds(Stated stated, Report.Builder report) {
            boolean holds = holds(stated);
            if (!holds) {
                report.add(message, Place.at(stated, attribute), attribute, stated.integer(attribute), stated.label());
            }
            return holds;
        }

        boolean holds(Stated stated) {
            return stated.name() != annotation || stated.integer(attribute) >= min && stated.integer(attribute) <= max;
        }
    }
}
