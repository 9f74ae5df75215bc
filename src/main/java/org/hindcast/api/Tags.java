package org.hindcast.api;

import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;

/** The version of a record as an entity tag: whoever changes it says which one they saw, so that nothing is lost. RFC 9110, 13.1. */
final class Tags {

    private static final int REQUIRED = 428;
    private static final int FAILED = Status.PRECONDITION_FAILED.getStatusCode();

    private Tags() {}

    static String of(int version) {
        return "\"" + version + "\"";
    }

    /** Whoever changes a record says which version they saw, and it must be this one. */
    static void require(String match, int current) {
        if (match == null) {
            throw Fault.of(REQUIRED, "api.match.missing");
        }
        if (!isAny(match) && !names(match, of(current))) {
            throw Fault.of(FAILED, "api.conflict");
        }
    }

    /** Whether a caller who says that means every version. */
    static boolean isAny(String match) {
        return match == null || match.strip().equals("*");
    }

    /** Whether what the caller has is still that, also when a proxy weakened the tag on its way. */
    static boolean isKnown(String noneMatch, String current) {
        return noneMatch != null && (isAny(noneMatch) || names(noneMatch.replace("W/", ""), current));
    }

    static boolean names(String list, String tag) {
        return Arrays.stream(list.split(",")).anyMatch(one -> one.strip().equals(tag));
    }
}
