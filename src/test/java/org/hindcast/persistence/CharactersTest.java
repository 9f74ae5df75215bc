package org.hindcast.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.validation.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
