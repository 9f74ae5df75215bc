package org.hindcast.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hindcast.persistence.Times;
import org.junit.jupiter.api.Test;

/** The text of tokens. SEC-16, S2-47 */
class TokenSecretTest {

    @Test
    void no_two_tokens_are_alike_and_all_can_be_told_from_other_texts() {
        assertEquals(
                1_000,
                Stream.generate(TokenSecret::random)
                        .limit(1_000)
                        .filter(secret -> secret.matches("hc_[0-9A-Za-z]{49}"))
                        .filter(TokenSecret::isPlausible)
                        .collect(Collectors.toSet())
                        .size());
    }

    @Test
    void a_mistyped_token_is_known_without_asking_the_database() {
        String secret = TokenSecret.random();
        char other = secret.charAt(10) == 'x' ? 'y' : 'x';
        assertFalse(TokenSecret.isPlausible(secret.substring(0, 10) + other + secret.substring(11)));
        assertFalse(TokenSecret.isPlausible(secret + "x"));
        assertFalse(TokenSecret.isPlausible(""));
    }

    @Test
    void only_a_hash_is_kept() {
        assertTrue(TokenSecret.hash(TokenSecret.random()).matches("[0-9a-f]{64}"));
    }

    @Test
    void a_scope_that_is_asked_for_twice_is_given_once() {
        ApiToken token = new ApiToken(new User(), "twice", List.of(Scope.READ, Scope.WRITE, Scope.READ), Times.now());
        assertEquals(List.of(Scope.READ, Scope.WRITE), token.getScopes());
    }

    @Test
    void scopes_cover_what_they_say() {
        assertTrue(Scope.READ.covers("models.read"));
        assertFalse(Scope.READ.covers("models.edit"));
        assertTrue(Scope.WRITE.covers("models.edit"));
        assertFalse(Scope.WRITE.covers("users.edit"));
        assertFalse(Scope.WRITE.covers("roles.create"));
        assertTrue(Scope.PREDICTIONS.covers("versions.create"));
        assertFalse(Scope.PREDICTIONS.covers("models.create"));
        assertFalse(Scope.READ.covers("nothing"));
        assertEquals(
                Set.of("models.read", "versions.edit"),
                Scope.covered(
                        List.of("models.read", "models.edit", "versions.edit"), Set.of("read", "predictions:write")));
    }
}
