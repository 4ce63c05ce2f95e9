package dev.lanewise.processor.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What a stage makes of layers, with one line for each kind of layer.
 *
 * @param <L> the layers that come in
 * @param <C> what is given beside each of them
 * @param <R> what is made of them
 */
public final class Registry<L, C, R> {

    private final Map<Class<?>, BiFunction<L, C, R>> makers = new LinkedHashMap<>();

    /** Says what to make of layers of one class. */
    public <K extends L> Registry<L, C, R> with(Class<K> kind, BiFunction<? super K, C, ? extends R> maker) {
        makers.put(kind, (layer, context) -> maker.apply(kind.cast(layer), context));
        return this;
    }

    /** Makes it. */
    public R make(L layer, C context) {
        BiFunction<L, C, R> maker = makers.get(layer.getClass());
        if (maker == null) {
            throw new IllegalStateException(layer.getClass() + " is not registered");
        }
        return maker.apply(layer, context);
    }
}
