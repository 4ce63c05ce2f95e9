package dev.lanewise.runtime.model;

/**
 * One layer as people read it.
 *
 * @param annotation the annotation with its attributes: {@code @Lstm(hidden = 6)}
 * @param name the layer's name in the state dict
 * @param inputs numbers it reads of every word or time step
 * @param outputs numbers it gives; 0 where the tags decide
 */
public record LayerSpec(String annotation, String name, int inputs, int outputs) {}
