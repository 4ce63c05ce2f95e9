package dev.lanewise.processor.check;

import dev.lanewise.processor.read.Declaration;
import dev.lanewise.processor.read.EncoderDecl;
import dev.lanewise.processor.read.InputDecl;
import dev.lanewise.processor.read.LayerDecl;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Rules for names in the state dict. */
final class NameChecks implements Checker.Check {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)*");

    /** Constants of the written class are called after tensors, and one constant holds the names of all layers. */
    private static final int MAX_LENGTH = 200;

    @Override
    public void check(Declaration declaration, Report.Builder report) {
        Map<String, LayerDecl> owners = new HashMap<>();
        for (LayerDecl layer : declaration.layers()) {
            if (layer instanceof InputDecl) {
                continue;
            }
            String name = layer.name();
            Place place = Place.at(layer.stated(), "name");
            boolean bare = name.isEmpty() && layer instanceof EncoderDecl;
            if (name.length() > MAX_LENGTH) {
                report.add(Message.LONG_NAME, place, layer.stated().label(), name.length());
            } else if (!bare && !NAME.matcher(name).matches()) {
                report.add(Message.BAD_NAME, place, name, layer.stated().label());
            } else if (ValueChecks.inRange(layer)) {
                claim(layer, place, owners, report);
            }
        }
    }

    /** That it stands there twice has been said already. */
    private static boolean isRepeatedBadly(LayerDecl one, LayerDecl other) {
        return one.stated().name() == other.stated().name()
                && !one.stated().name().isRepeatable();
    }

    /** Stops at the first tensor that is taken: the others of the layer would only say the same again. */
    private static void claim(LayerDecl layer, Place place, Map<String, LayerDecl> owners, Report.Builder report) {
        for (String tensor : layer.tensors()) {
            LayerDecl owner = owners.putIfAbsent(tensor, layer);
            if (owner != null && !isRepeatedBadly(owner, layer)) {
                report.add(
                        Message.TENSOR_TWICE,
                        place,
                        layer.name(),
                        layer.stated().label(),
                        tensor,
                        owner.stated().label());
                return;
            }
        }
    }
}
