package org.hindcast.persistence;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A text as people see it: an emoji counts as one character, not as two halves, and where nothing is seen there is nothing.
 */
public class Characters implements ConstraintValidator<Size, String> {

    private Size size;

    @Override
    public void initialize(Size annotation) {
        this.size = annotation;
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
        int length = text == null ? size.min() : text.codePointCount(0, text.length());
        return length >= size.min() && length <= size.max();
    }

    /** Without the blanks around it, of whatever script and width; empty for nothing, and for what nobody can see. */
    public static String stripped(String text) {
        if (text == null || text.codePoints().allMatch(c -> isBlank(c) || Character.getType(c) == Character.FORMAT)) {
            return "";
        }
        int begin = 0;
        int end = text.length();
        while (isBlank(text.charAt(begin))) {
            begin++;
        }
        while (isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    /** What the bytes say in UTF-8, which is not guessed, without a byte order mark. @throws CharacterCodingException for any other */
    public static String decoded(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The three of no width are none to Java. */
    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200b || c == 0x2060 || c == 0xfeff;
    }
}
