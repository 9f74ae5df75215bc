package org.hindcast.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** The list that a record's address keeps in mind. */
class WayBackTest {

    @Test
    void a_list_of_any_length_is_kept_in_mind() {
        assertEquals("/models?q=a b", WayBack.behind("/model?id=1&back=%2Fmodels%3Fq%3Da+b&past=2"));
        assertNull(WayBack.behind("/model?id=1&back="));
        String list = "/models?q=" + "a,".repeat(50_000);
        assertEquals(list, WayBack.behind("/model?id=1&back=%2Fmodels%3Fq%3D" + list.substring(10)));
    }
}
