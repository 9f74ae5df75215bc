package org.hindcast.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.hindcast.prediction.Upload.Format;

/** How rows may be written, as media types say it. */
final class Formats {

    static final String NDJSON = "application/x-ndjson";
    static final String NDJSON_TOO = "application/jsonl";
    static final String CSV = "text/csv";

    private Formats() {}

    static Format of(MediaType type) {
        if (type == null) {
            throw Fault.of(Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode(), "api.type");
        }
        String charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
        if (!charset.equalsIgnoreCase("utf-8")) {
            throw Fault.of(Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode(), "api.charset");
        }
        return switch (type.getSubtype()) {
            case "csv" -> Format.CSV;
            case "json" -> Format.JSON;
            default -> Format.NDJSON;
        };
    }
}
