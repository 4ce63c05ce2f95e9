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

    /** A variable times a distance, nothing if there is no variable or no distance. */
    static String times(String variable, String distance) {
        return variable.isEmpty() || distance.equals("0") ? "" : variable + " * " + distance;
    }

    /** A sum of terms, the numbers among them as one at the end. */
    static String sum(Object... terms) {
        StringBuilder index = new StringBuilder();
        int number = 0;
        for (Object term : terms) {
            String text = term.toString();
            if (text.isEmpty()) {
                continue;
            }
            if (Strip.isConstant(text)) {
                number += Integer.parseInt(text);
            } else {
                index.append(index.length() == 0 ? "" : " + ").append(text);
            }
        }
        if (index.length() == 0) {
            return "" + number;
        }
        return number == 0 ? index.toString() : index + " + " + number;
    }
}
