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

    /** The version that the caller saw. @param current which {@code *} stands for */
    static int version(String match, int current) {
        if (match == null) {
            throw Fault.of(REQUIRED, "api.match.missing");
        }
        if (match.equals("*")) {
            return current;
        }
        if (!match.matches("\"\\d{1,9}\"")) {
            throw Fault.of(FAILED, "api.conflict");
        }
        return Integer.parseInt(match.substring(1, match.length() - 1));
    }

    /** Where the caller says which version they mean, it must be this one. */
    static void refuseOther(String match, int current) {
        if (match != null && version(match, current) != current) {
            throw Fault.of(FAILED, "api.conflict");
        }
    }
}
