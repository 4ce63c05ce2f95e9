package dev.lanewise.runtime.testing;

import java.util.ArrayList;
import java.util.List;

/** Input as an attacker would choose it. */
public final class Crafted {

    private Crafted() {}

    /** So many different words of one hash code, all of them of 34 characters. */
    public static List<String> collidingWords(int count) {
        List<String> words = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            StringBuilder word = new StringBuilder();
            for (int bit = 16; bit >= 0; bit--) {
                word.append((number >> bit & 1) == 0 ? "Aa" : "BB");
            }
            words.add(word.toString());
        }
        return words;
    }
}
