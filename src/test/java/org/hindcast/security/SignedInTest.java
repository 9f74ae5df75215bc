package org.hindcast.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.hindcast.Refusal;
import org.hindcast.user.Who;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S0-34 S1-21 S4-11: who is asking: authenticated or anonymous, active, and by which number")
class SignedInTest {

    @Test
    void a_person_is_authenticated_and_has_a_number() throws Exception {
        SignedIn me =
                me(new Who(7, "ada", "ada@x.org", "Ada L", "", "UTC", true, 0, Set.of(), Set.of("users.read"), null));
        assertTrue(me.isAuthenticated());
        assertFalse(me.isAnonymous());
        assertTrue(me.isActive());
        assertEquals(7, me.getId());
        assertEquals(7, me.require("users.read").id());
        assertThrows(Refusal.Forbidden.class, () -> me.require("users.edit"));
    }

    @Test
    void a_stranger_is_anonymous_and_may_nothing() throws Exception {
        SignedIn me = me(null);
        assertFalse(me.isAuthenticated());
        assertTrue(me.isAnonymous());
        assertFalse(me.isActive());
        assertNull(me.getId());
        assertFalse(me.can("users.read"));
        assertThrows(Refusal.Forbidden.class, me::actor);
    }

    private static SignedIn me(Who who) throws ReflectiveOperationException {
        SignedIn me = new SignedIn();
        Field request = SignedIn.class.getDeclaredField("request");
        request.setAccessible(true);
        request.set(
                me,
                Proxy.newProxyInstance(
                        SignedInTest.class.getClassLoader(),
                        new Class<?>[] {HttpServletRequest.class},
                        (proxy, method, arguments) -> who));
        return me;
    }
}
