package dev.lanewise.processor.check;

import dev.lanewise.processor.read.CharLstmDecl;
import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.DropoutRate;
import dev.lanewise.processor.read.EmbeddingDecl;
import dev.lanewise.processor.read.FeatureDecl;
import dev.lanewise.processor.read.InputDecl;
import dev.lanewise.processor.read.LayerDecl;
import dev.lanewise.processor.read.LinearDecl;
import dev.lanewise.processor.read.LstmDecl;
import dev.lanewise.processor.read.Stated;

/** Rules for sizes and counts. */
final class ValueChecks implements Checker.Check {
    private static final int MAX_SIZE = 65536;
    private static final int MAX_HIDDEN = 8192;
    private static final int MAX_LAYERS = 16;
    private static final int MAX_DEPTH = 64;
    // A quarter of what an int can count, so that rows padded to whole vectors still fit into one array.
    private static final long MAX_MATRIX = 1 << 30;
    private static final int GATES = 4;

    @Override
    public void check(Declaration declaration, Report.Builder report) {
        Ranges ranges = new Ranges(report);
        declaration.layers().forEach(ranges::check);
        declaration.layers().forEach(layer -> checkDropout(layer, report));
        if (ranges.allGood) {
            checkMatrices(declaration, report);
            checkDepth(declaration, report);
        }
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
        declaration.characters().ifPresent(characters -> {
            matrix(characters.stated(), "hidden", GATES * characters.hidden(), characters.embedding(), report);
            int states = characters.bidirectional() ? 2 * characters.hidden() : characters.hidden();
            matrix(characters.stated(), "projection", characters.projection(), states, report);
        });
        int inputs = declaration.features().stream().mapToInt(FeatureDecl::size).sum();
        for (LstmDecl lstm : declaration.encoder()) {
            matrix(lstm.stated(), "hidden", GATES * lstm.hidden(), inputs, report);
            inputs = lstm.size();
        }
    }

    private static void matrix(Stated stated, String attribute, int rows, int columns, Report.Builder report) {
        if ((long) rows * columns > MAX_MATRIX) {
            report.add(
                    Message.MATRIX_TOO_LARGE,
                    Place.at(stated, attribute),
                    attribute,
                    stated.value(attribute).getValue(),
                    stated.label(),
                    rows,
                    columns);
        }
    }

    private static void checkDepth(Declaration declaration, Report.Builder report) {
        int depth = 0;
        for (LstmDecl lstm : declaration.encoder()) {
            depth += lstm.layers();
            if (depth > MAX_DEPTH) {
                report.add(Message.TOO_DEEP, Place.at(lstm.stated(), "layers"), depth);
                return;
            }
        }
    }

    /** Compares single values with their ranges. */
    private static final class Ranges {
        private final Report.Builder report;
        private boolean allGood = true;

        Ranges(Report.Builder report) {
            this.report = report;
        }

        void check(LayerDecl layer) {
            if (layer instanceof InputDecl input) {
                range(input.stated(), "dim", input.dim(), 1, MAX_SIZE, Message.INPUT_DIM);
            } else if (layer instanceof EmbeddingDecl embedding) {
                range(embedding.stated(), "dim", embedding.dim(), 1, MAX_SIZE, Message.EMBEDDING_DIM);
                checkMinCount(embedding);
            } else if (layer instanceof CharLstmDecl characters) {
                Stated stated = characters.stated();
                range(stated, "embedding", characters.embedding(), 1, MAX_SIZE, Message.CHAR_EMBEDDING);
                range(stated, "hidden", characters.hidden(), 1, MAX_HIDDEN, Message.CHAR_HIDDEN);
                range(stated, "projection", characters.projection(), 0, MAX_SIZE, Message.PROJECTION);
            } else if (layer instanceof LstmDecl lstm) {
                range(lstm.stated(), "hidden", lstm.hidden(), 1, MAX_HIDDEN, Message.HIDDEN);
                range(lstm.stated(), "layers", lstm.layers(), 1, MAX_LAYERS, Message.LAYERS);
            } else if (layer instanceof LinearDecl) {
                return; // its size follows from the tags
            }
        }

        private void range(Stated stated, String attribute, int value, int min, int max, Message message) {
            if (value < min || value > max) {
                allGood = false;
                report.add(message, Place.at(stated, attribute), attribute, value, stated.label());
            }
        }

        private void checkMinCount(EmbeddingDecl embedding) {
            Place place = Place.at(embedding.stated(), "minCount");
            int minCount = embedding.minCount();
            if (minCount < 1) {
                report.add(
                        Message.MIN_COUNT, place, minCount, embedding.stated().label());
            } else if (minCount > 1 && !embedding.unknown()) {
                report.add(Message.RARE_WORDS_WITHOUT_UNKNOWN, place, minCount);
            }
        }
    }
}
