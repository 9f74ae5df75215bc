package org.hindcast.audit;

/** Text from outside as it may stand in the audit: on one line, so that nobody forges a second entry, and of bounded length. */
final class Line {

    /** For values of fields. */
    static final int LONG = 4_000;

    private Line() {}

    /** The text with its control characters written out ({@code \n}, {@code \u0007}), cut to so many characters; null stays null. */
    static String of(String text, int longest) {
        if (text == null) {
            return null;
        }
        StringBuilder line = new StringBuilder();
        text.chars().limit(longest + 1L).forEach(c -> append(line, (char) c));
        return line.length() <= longest ? line.toString() : cut(line, longest - 1) + "…";
    }

    /** Never through the middle of a character that takes two. */
    private static String cut(StringBuilder line, int end) {
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
    }

    private static void append(StringBuilder line, char c) {
        switch (c) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> appendOther(line, c);
        }
    }

    private static void appendOther(StringBuilder line, char c) {
        if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
            line.append(String.format("\\u%04x", (int) c));
        } else {
            line.append(c);
        }
    }
}
