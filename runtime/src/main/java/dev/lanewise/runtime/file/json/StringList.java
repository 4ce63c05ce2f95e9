package dev.lanewise.runtime.file.json;

/**
 * A text that is a JSON array of strings, looked through before any of them is kept. That takes ten bytes for each string that there
 * can be, by the length of the text and the numbers of the file: less than those have.
 */
public final class StringList {

    /** Where the text comes from, as often as it is wanted. */
    public interface Source {
        /** A reader at its beginning. */
        JsonReader open();
    }

    /** Bytes of a string of one character in a text that stands in another one, and the comma; only one can be shorter. */
    private static final int LEAST_BYTES = 6;

    private final Source source;
    private final int shortest;
    private final int longest;
    private final StringHash hash;

    /** Of each string 32 bits of its hash, then its number from 1 on; at the place that its other bits say or soon behind it. */
    private final long[] places;

    private long free;
    private int count;

    /** Begins to look through a text. */
    StringList(Source source, StringHash hash, long most, int shortest, int longest) {
        this.source = source;
        this.hash = hash;
        this.shortest = shortest;
        this.longest = longest;
        this.free = most;
        this.places = new long[(int) (most + most / 4 + 1)];
    }

    /**
     * Checks such a text.
     *
     * @param source the text
     * @param bytes how long it is, from quote to quote
     * @param most how many strings there can be; where there are more they are counted, and no more is said of them
     * @param shortest the characters that each has at the least
     * @param longest and at the most
     * @return how many strings there are
     * @throws JsonException if the text is anything else, a string stands twice or is too short or long; the message shows the string
     */
    public static int check(Source source, long bytes, long most, int shortest, int longest) {
        long free = Math.min(bytes / LEAST_BYTES + 1, most);
        StringHash hash = new StringHash(System.nanoTime() ^ System.identityHashCode(source));
        return new StringList(source, hash, free, shortest, longest).check();
    }

    int check() {
        JsonReader json = source.open();
        json.beginArray();
        while (json.nextElement()) {
            json.skipString(hash);
            checkLength();
            checkNew();
            count++;
        }
        json.end();
        return count;
    }

    private void checkLength() {
        int length = hash.length();
        if (length < shortest) {
            throw new JsonException("entry " + count + " is empty; leave it out");
        }
        if (length > longest) {
            throw new JsonException(
                    "the entry " + shown(count) + " is not a single character; build them with addCharacters");
        }
    }

    private void checkNew() {
        if (free == 0) {
            return;
        }
        free--;
        long value = hash.value();
        int place = (int) ((value & 0xFFFFFFFFL) * places.length >>> Integer.SIZE);
        long kept = value & ~0xFFFFFFFFL;
        while (places[place] != 0) {
            if ((places[place] & ~0xFFFFFFFFL) == kept) {
                checkOther((int) places[place] - 1);
            }
            place = place + 1 == places.length ? 0 : place + 1;
        }
        places[place] = kept | count + 1;
    }

    /** Compares strings of equal hashes. */
    private void checkOther(int before) {
        if (at(before).sameString(at(count))) {
            throw new JsonException("the entry " + shown(count) + " stands twice, as number " + before + " and " + count
                    + "; list each entry once");
        }
    }

    private String shown(int number) {
        return JsonWriter.excerpt(at(number).beginning(JsonReader.MAX_KEY));
    }

    private JsonReader at(int number) {
        JsonReader json = source.open();
        json.beginArray();
        for (int i = 0; json.nextElement() && i < number; i++) {
            json.skipString();
        }
        return json;
    }
}
