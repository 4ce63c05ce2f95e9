package dev.lanewise.runtime.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The n best taggings of a sequence, exact: the list Viterbi algorithm (Seshadri and Sundberg 1994), which keeps the n best
 * beginnings for each tag, or for all tags together where they are independent. The first one is that of {@link Viterbi}.
 */
final class NBest {

    /**
     * A tagging.
     *
     * @param tags the tag of each word
     * @param score its score, as the head and its chain count
     */
    record Path(int[] tags, double score) {}

    /**
     * The best beginnings up to a word, in one list for each state, best first.
     *
     * @param scores of each list's entries
     * @param tags the tag of the last word
     * @param lists the list that the entry continues
     * @param ranks the entry in that list
     */
    private record Column(double[][] scores, int[][] tags, int[][] lists, int[][] ranks) {
        Column(int states) {
            this(new double[states][], new int[states][], new int[states][], new int[states][]);
        }
    }

    private final Head head;
    private final int sequence;
    private final int n;
    private final int length;
    private final int tags;

    NBest(Head head, int sequence, int n) {
        this.head = head;
        this.sequence = sequence;
        this.n = n;
        this.length = head.words().length(head.words().place(sequence));
        this.tags = head.tags();
    }

    /** The best taggings, best first; fewer than n if there are not so many. */
    List<Path> paths() {
        if (length == 0) {
            return List.of(new Path(new int[0], 0));
        }
        return head.chain().map(this::chained).orElseGet(this::independent);
    }

    private double score(int t, int tag) {
        return head.scores()[head.words().row(sequence, t) * head.stride() + tag];
    }

    private List<Path> chained(Chain chain) {
        Column[] columns = new Column[length];
        columns[0] = new Column(tags);
        for (int tag = 0; tag < tags; tag++) {
            single(columns[0], tag, chain.start()[tag] + score(0, tag));
        }
        double[] added = new double[tags];
        int[] each = states(tags);
        for (int t = 1; t < length; t++) {
            columns[t] = new Column(tags);
            for (int tag = 0; tag < tags; tag++) {
                for (int before = 0; before < tags; before++) {
                    added[before] = chain.transitions()[before * tags + tag];
                }
                merge(columns[t - 1], each, added, columns[t], tag);
                Arrays.fill(columns[t].tags[tag], tag);
                add(score(t, tag), columns[t].scores[tag]);
            }
        }
        Column ends = new Column(1);
        merge(columns[length - 1], each, chain.end(), ends, 0);
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < ends.scores[0].length; i++) {
            paths.add(path(columns, ends.lists[0][i], ends.ranks[0][i], ends.scores[0][i]));
        }
        return paths;
    }

    private static void add(double score, double[] scores) {
        for (int i = 0; i < scores.length; i++) {
            scores[i] += score;
        }
    }

    private List<Path> independent() {
        Column[] columns = new Column[length];
        Column before = new Column(1);
        single(before, 0, 0);
        int[] same = new int[tags];
        double[] added = new double[tags];
        for (int t = 0; t < length; t++) {
            for (int tag = 0; tag < tags; tag++) {
                added[tag] = score(t, tag);
            }
            columns[t] = new Column(1);
            merge(before, same, added, columns[t], 0);
            columns[t].tags[0] = columns[t].lists[0];
            columns[t].lists[0] = new int[columns[t].tags[0].length];
            before = columns[t];
        }
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < before.scores[0].length; i++) {
            paths.add(path(columns, 0, i, before.scores[0][i]));
        }
        return paths;
    }

    private static int[] states(int count) {
        int[] states = new int[count];
        Arrays.setAll(states, i -> i);
        return states;
    }

    /** A list of one beginning, or of none if it is impossible. */
    private static void single(Column column, int state, double score) {
        boolean possible = score > Double.NEGATIVE_INFINITY;
        column.scores[state] = possible ? new double[] {score} : new double[0];
        column.tags[state] = possible ? new int[] {state} : new int[0];
        column.lists[state] = new int[column.tags[state].length];
        column.ranks[state] = new int[column.tags[state].length];
    }

    /**
     * Merges lists into the n best of all their entries; of equal ones, that of the first list, and in it the better one.
     *
     * @param sources the list that each choice continues
     * @param added what each choice adds to the scores of its list
     */
    private void merge(Column from, int[] sources, double[] added, Column to, int state) {
        int size = (int) Math.min(
                n,
                Arrays.stream(sources)
                        .mapToLong(source -> from.scores[source].length)
                        .sum());
        double[] scores = new double[size];
        int[] lists = new int[size];
        int[] ranks = new int[size];
        int[] next = new int[sources.length];
        int count = 0;
        while (count < size) {
            int chosen = -1;
            double best = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < sources.length; i++) {
                double[] list = from.scores[sources[i]];
                if (next[i] < list.length && list[next[i]] + added[i] > best) {
                    best = list[next[i]] + added[i];
                    chosen = i;
                }
            }
            if (chosen < 0) {
                break;
            }
            scores[count] = best;
            lists[count] = chosen;
            ranks[count++] = next[chosen]++;
        }
        to.scores[state] = Arrays.copyOf(scores, count);
        to.tags[state] = new int[count];
        to.lists[state] = Arrays.copyOf(lists, count);
        to.ranks[state] = Arrays.copyOf(ranks, count);
    }

    private Path path(Column[] columns, int list, int rank, double score) {
        int[] path = new int[length];
        int state = list;
        int entry = rank;
        for (int t = length - 1; t >= 0; t--) {
            Column column = columns[t];
            path[t] = column.tags[state][entry];
            int before = column.lists[state][entry];
            entry = column.ranks[state][entry];
            state = before;
        }
        return new Path(path, score);
    }
}
