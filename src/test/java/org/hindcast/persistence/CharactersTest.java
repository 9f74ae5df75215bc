package org.hindcast.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text's size is the number of its characters. */
class CharactersTest {

    @Size(min = 2, max = 3)
    private static final String FIELD = "";

    @ParameterizedTest
    @CsvSource({"a,false", "ab,true", "abc,true", "abcd,false", "😀😀😀,true", "😀,false", "😀😀😀😀,false", ",true"})
    void an_emoji_is_one_character(String text, boolean fits) throws Exception {
        Characters characters = new Characters();
        characters.initialize(CharactersTest.class.getDeclaredField("FIELD").getAnnotation(Size.class));
        assertEquals(fits, characters.isValid(text, null), () -> FIELD + text);
    }

    @ParameterizedTest
    @DisplayName("S2-05: what nobody can see is nothing")
    @ValueSource(strings = {"", " ", "\t\n", "\u00a0\u2003", "\u200b", "\ufeff", "\u202e\u200f", "\u2060 \u200d"})
    void what_nobody_sees_is_nothing(String unseen) {
        assertEquals("", Characters.stripped(unseen));
    }

    @Test
    void blanks_around_a_text_go_and_those_within_stay() {
        assertEquals("", Characters.stripped(null));
        assertEquals("a\u00a0\u200bb", Characters.stripped("\u00a0\u200b a\u00a0\u200bb\ufeff\u3000"));
        String england = new String(Character.toChars(0x1f3f4)) + "\udb40\udc67\udb40\udc62\udb40\udc7f";
        assertEquals(
                england, Characters.stripped(england), "a flag ends in characters that are not seen by themselves");
    }
}
