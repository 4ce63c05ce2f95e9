/**
 * The annotations that turn an interface into a sequence model.
 *
 * <p>The annotations of the interface, read from top to bottom, are the model's pipeline: <b>features</b> ({@link
 * dev.lanewise.annotation.Embedding}, {@link dev.lanewise.annotation.CharLstm}, {@link
 * dev.lanewise.annotation.CharCnn}, or {@link dev.lanewise.annotation.Input}), concatenated in the order they stand, then the <b>encoder</b> stack ({@link
 * dev.lanewise.annotation.Lstm}, {@link dev.lanewise.annotation.Gru}), then the <b>head</b> ({@link
 * dev.lanewise.annotation.Linear}, and perhaps {@link dev.lanewise.annotation.Crf}). {@link
 * dev.lanewise.annotation.Tagger} or {@link dev.lanewise.annotation.Encoder} says what kind of model it is.
 *
 * <pre>{@code
 * @Tagger
 * @Embedding(dim = 6)
 * @Lstm(hidden = 6)
 * @Linear
 * public interface PosTagger {
 *   enum Tag { DET, NN, V }
 *   List<Tag> tag(List<String> words);
 * }
 * }</pre>
 *
 * <p>While {@code javac} runs, the processor {@code dev.lanewise.processor.LanewiseProcessor} checks the interface and
 * writes {@code PosTaggerModel} beside it: a class whose forward and backward passes are code for exactly this model.
 * Every size that is out of its range is a compile error on the value that is wrong.
 */
@NullMarked
package dev.lanewise.annotation;

import org.jspecify.annotations.NullMarked;
