package org.hindcast.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hindcast.support.Hindcast;

/** What the tests of the REST door look at. */
final class Answers {

    /** Something about all predictions of the version with that path. */
    static final String ALL = "select %s from predictions p join model_versions v on v.id = p.model_version_id "
            + "where 'models/' || v.model_id || '/versions/' || v.number = ?";

    private Answers() {}

    /** The answer is a problem of that status, and says nothing of what the server is made of. */
    static JsonNode refused(int status, HttpResponse<String> answer) throws Exception {
        assertEquals(status, answer.statusCode(), answer.uri() + " " + answer.body());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertTrue(type.startsWith("application/problem+json"), type + answer.body());
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
        String lower = answer.body().toLowerCase(java.util.Locale.ROOT);
        for (String leak : List.of(
                "exception", "java", "org.", "sql", "select ", "stack", "jersey", "resteasy", "parsson", "payara")) {
            assertFalse(lower.contains(leak), answer.body());
        }
        JsonNode problem = Program.json(answer);
        assertEquals(status, problem.get("status").asInt());
        return problem;
    }

    static String hash(String token) throws Exception {
        byte[] digest =
                java.security.MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    static void sql(String statement, Object... parameters) throws Exception {
        try (Connection connection = Hindcast.database();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            prepared.execute();
        }
    }

    static String asked(String query, Object... parameters) throws Exception {
        try (Connection connection = Hindcast.database();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            try (var rows = prepared.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    /** The answer says that so many were stored, and so many were there. */
    static void told(long stored, long existing, HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("{\"stored\":" + stored + ",\"existing\":" + existing + "}", answer.body());
    }

    /** So many predictions in lines, with keys. */
    static String keyed(int size, String key) {
        return IntStream.range(0, size)
                .mapToObj(i ->
                        "{\"predictedAt\":\"2026-01-01T%02d:%02d:%02dZ\",\"input\":\"i%d\",\"result\":%d,\"key\":\"%s%d\"}\n"
                                .formatted(i / 3600 % 24, i / 60 % 60, i % 60, i, i, key, i))
                .collect(Collectors.joining());
    }
}
