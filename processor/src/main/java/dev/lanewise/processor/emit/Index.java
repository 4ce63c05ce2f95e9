package dev.lanewise.processor.emit;

/** Indexes of arrays as generated code writes them: sums without zeros, products of constants worked out. */
final class Index {

    private Index() {}

    /** A place behind another one. */
    static String plus(String index, String offset) {
        if (offset.equals("0")) {
            return index;
        }
        return index.equals("0") ? offset : index + " + " + offset;
    }

    /** The place so many rows behind another one, which is the same where all rows are one. */
    static String behind(String index, String rows, String stride) {
        if (stride.equals("0")) {
            return index;
        }
        boolean known = Strip.isConstant(rows) && Strip.isConstant(stride);
        String offset = known
                ? "" + Integer.parseInt(rows) * Integer.parseInt(stride)
                : stride.equals("1") ? rows : rows + " * " + stride;
        return plus(index, offset);
    }
}
