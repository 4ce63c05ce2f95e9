package dev.lanewise.runtime.eval;

import dev.lanewise.runtime.data.Example;
import java.util.*;
import java.util.function.Predicate;

public final class Evaluation {
    double a;

    public double accuracy() {
        return a;
    }

    public static <T> Evaluation of(List<Example<T>> g, List<List<T>> p, Predicate<String> k) {
        Evaluation e = new Evaluation();
        int c = 0, n = 0;
        for (int i = 0; i < g.size(); i++)
            for (int j = 0; j < p.get(i).size(); j++) {
                n++;
                if (p.get(i).get(j).equals(g.get(i).tags().get(j))) c++;
            }
        e.a = (double) c / n;
        return e;
    }
}
