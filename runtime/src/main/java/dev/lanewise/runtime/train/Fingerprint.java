package dev.lanewise.runtime.train;

import dev.lanewise.runtime.data.Example;
import dev.lanewise.runtime.data.Sequence;
import dev.lanewise.runtime.data.TokenSequence;
import dev.lanewise.runtime.data.VectorSequence;
import dev.lanewise.runtime.data.WordSequence;
import dev.lanewise.runtime.model.Heads;
import dev.lanewise.runtime.model.Parameter;
import dev.lanewise.runtime.model.ParameterSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of the things that a training depends on. */
final class Fingerprint {

    private final MessageDigest digest;
    private final ByteBuffer numbers = ByteBuffer.allocate(1 << 12);

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** Of examples: how many there are, and a hash of their words or vectors and of the tags of each head. */
    static <T> String of(List<Example<T>> examples, Heads<T> heads) {
        Fingerprint fingerprint = new Fingerprint();
        for (Example<T> example : examples) {
            fingerprint.add(example.sequence());
            // Not what stands for a word: the toString of a record may change from JVM to JVM.
            heads.types().forEach(head -> fingerprint.add(head.tags(example.tags())));
        }
        return examples.size() + " sentences, " + fingerprint.hex();
    }

    /** Of the weights that a training begins with. */
    static String of(ParameterSet parameters) {
        Fingerprint fingerprint = new Fingerprint();
        for (Parameter parameter : parameters.all()) {
            fingerprint.add(parameter.values());
        }
        return fingerprint.hex();
    }

    private void add(Sequence sequence) {
        if (sequence instanceof VectorSequence vectors) {
            for (float[] vector : vectors.vectors()) {
                add(vector);
            }
        } else if (sequence instanceof WordSequence words) {
            add(words.words());
        } else if (sequence instanceof TokenSequence tokens) {
            // Not the user's records: only what is read of them matters, and their toString may change from JVM to JVM.
            add(tokens.columns());
            tokens.texts().forEach(this::add);
        } else {
            throw new IllegalArgumentException("no fingerprint of " + sequence.getClass());
        }
    }

    private void add(List<?> texts) {
        add("" + texts.size());
        for (Object text : texts) {
            add(text instanceof Enum<?> constant ? constant.name() : text.toString());
        }
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        // No UTF-8 has this byte, so it keeps texts apart.
        digest.update((byte) 0xff);
    }

    private void add(float[] values) {
        for (float value : values) {
            if (numbers.remaining() < Float.BYTES) {
                flush();
            }
            numbers.putFloat(value);
        }
        flush();
    }

    private void flush() {
        digest.update(numbers.array(), 0, numbers.position());
        numbers.clear();
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
