package org.hindcast.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    @DisplayName("ASVS 16.4.1: nobody forges a line")
    void line_ends_and_other_controls_are_written_out() {
        assertEquals("a\\r\\nb\\tc\\u0000\\u2028\\u009b", Line.of("a\r\nb\tc\u0000\u2028\u009b", 80));
    }

    @Test
    void long_text_is_cut_but_no_character_in_two() {
        assertEquals("abcd", Line.of("abcd", 4));
        assertEquals("abc…", Line.of("abcde", 4));
        assertEquals("ab…", Line.of("ab\uD83D\uDE00cd", 4));
        assertEquals("\\n\\…", Line.of("\n\n\n\n", 4));
    }

    @Test
    void nothing_stays_nothing() {
        assertNull(Line.of(null, 4));
    }
}
