package org.hindcast.api;

import jakarta.ws.rs.core.Response.Status;

/** The version of a record as an entity tag: whoever changes it says which one they saw, so that nothing is lost. RFC 9110, 13.1. */
final class Tags {

    private static final int REQUIRED = 428;
    private static final int FAILED = Status.PRECONDITION_FAILED.getStatusCode();

    private Tags() {}

    static String of(int version) {
        return "\"" + version + "\"";
    }

    /** The version that the caller saw; null when they mean any, or do not say. */
    static Integer seen(String match) {
        if (match == null || match.equals("*")) {
            return null;
        }
        if (!match.matches("\"\\d{1,9}\"")) {
            throw Fault.of(FAILED, "api.conflict");
        }
        return Integer.valueOf(match.substring(1, match.length() - 1));
    }

    /** Whoever changes a record says which version they saw, and it must be this one. */
    static void require(String match, int current) {
        if (match == null) {
            throw Fault.of(REQUIRED, "api.match.missing");
        }
        Integer seen = seen(match);
        if (seen != null && seen != current) {
            throw Fault.of(FAILED, "api.conflict");
        }
    }
}
