package dev.lanewise.runtime.file;

import java.util.List;

/**
 * What the header says of one tensor, checked in itself: the bytes from {@code begin} to {@code end} of the data are
 * exactly the shape times the dtype.
 *
 * @param name state-dict name
 * @param dtype how its numbers are stored
 * @param shape sizes, none negative
 * @param begin first byte, counted from the begin of the data
 * @param end byte behind the last
 */
record TensorEntry(String name, Dtype dtype, List<Integer> shape, long begin, long end)
        implements Comparable<TensorEntry> {

    /** The dtypes that can be read. */
    enum Dtype {
        F32(Float.BYTES),
        F64(Double.BYTES);

        final int bytes;

        Dtype(int bytes) {
            this.bytes = bytes;
        }
    }

    /** Number of values; fits an array, which the header was checked for. */
    int count() {
        return (int) ((end - begin) / dtype.bytes);
    }

    /** By the place in the data; an empty tensor comes before what begins at the same byte. */
    @Override
    public int compareTo(TensorEntry other) {
        int byBegin = Long.compare(begin, other.begin);
        return byBegin != 0 ? byBegin : Long.compare(end, other.end);
    }
}
