package org.hindcast.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What somebody might send to break the door for programs. */
final class Odd {

    /** Bodies that are no such thing. */
    static final List<String> BODIES = Stream.concat(
                    """
                    {
                    [
                    ]
                    null
                    0
                    ""
                    [[]]
                    {}{}
                    {"a":1,"a":2}
                    {"name":"a","name":"b"}
                    "
                    predictedAt,input,result,"2026
                    NaN
                    Infinity
                    <x/>
                    name=x
                    """.lines(),
                    Stream.of(
                            "",
                            " ",
                            "\uFEFF",
                            "\u0000",
                            "\n\n\n",
                            "a,b\n1",
                            "key,key\n,",
                            "{\"name\":" + "1".repeat(2_000) + "}",
                            "{\"name\":0." + "1".repeat(2_000) + "}",
                            "{\"name\":1e99999999999}",
                            "[".repeat(200_000),
                            "{\"a\":".repeat(20_000)))
            .toList();

    /** Types that a body may claim to be of; the first three are right for rows, the first one for records. */
    static final List<String> TYPES = """
            application/json
            application/x-ndjson
            text/csv
            text/plain
            application/xml
            multipart/form-data
            application/x-www-form-urlencoded
            application/json;charset=utf-16
            application/json;charset=nonsense
            application/merge-patch+json
            nonsense
            ;;;
            */*
            """.lines().toList();

    /** Values of a parameter in an address. */
    static final List<String> PARAMETERS = """

            %20
            x
            -1
            0
            99999999999999999999
            1e9
            NaN
            %27;drop%20table%20users
            %3Cscript%3E
            %E2%80%AE
            %F0%9F%98%80
            %0A
            %ff
            +999999999-12-31T23:59:59Z
            -999999999-01-01T00:00:00Z
            0000-01-01T00:00Z
            2026-02-30T00:00Z
            AAAA
            YQBiHzE
            AB8A
            MjAyNi0wMS0wMVQwMDowMFofAA
            2026-01-01T00:00:00%2B18:00
            0001-01-01T00:00:00%2B18:00
            9999-12-31T23:59:59-18:00
            H4sI
            PT0S
            -PT1H
            P9999999999999D
            PT0.001S
            %5C
            '
            %25
            """.lines().toList();

    /** Values of a header. */
    static final List<String> HEADERS = """
            text/html
            nonsense
            ;;;
            *
            de-
            -
            q=2,,;
            "99999999999"
            W/"0"
            "
            0
            "0", "1"
            "-1"
            """.lines().toList();

    private static final Map<String, Integer> LONGEST =
            Map.of("name", 100, "description", 10_000, "sourceUrl", 500, "unit", 20, "label", 20, "key", 200);

    private static final String VALUES = """
            ""
            " "
            "\\u0000"
            "\\u202e\u202e"
            "\\ud800"
            "\uD83D\uDE00"
            "<script>alert(1)</script>"
            "' or 1=1;--"
            "#{7*7}${7*7}{0}%s"
            "a\\nb"
            NaN
            Infinity
            -Infinity
            1e400
            -1e400
            1e-400
            1e101
            1e999999999
            -0
            0.1
            01
            +1
            .5
            0x10
            2147483648
            -1
            9223372036854775808
            null
            true
            []
            {}
            {"id":0}
            {"id":1e99}
            {"id":"1"}
            {"id":null}
            {"id":1,"name":"x"}
            "2026-13-01T00:00:00Z"
            "2026-01-01"
            "2026-01-01T00:00:00"
            "2026-01-01T24:00:00Z"
            "0000-01-01T00:00:00Z"
            "-4800-01-01T00:00:00Z"
            "+294276-12-31T23:59:59Z"
            "+294277-01-09T00:00:00Z"
            "+999999999-12-31T23:59:59Z"
            "9999-12-31T23:59:59.9999999+18:00"
            """;

    private Odd() {}

    /** What might stand as that member of a JSON object: as long as it may be, one more, a megabyte, and worse. */
    static List<String> values(String member) {
        String fits = "x".repeat(LONGEST.getOrDefault(member, 200));
        Stream<String> built = Stream.of(
                "\"" + fits + "\"",
                "\"" + fits + "x\"",
                "\"" + "x".repeat(1_000_000) + "\"",
                "\"\u0007\"",
                "9".repeat(400),
                "[".repeat(70) + "]".repeat(70),
                "");
        return Stream.concat(VALUES.lines(), built).toList();
    }
}
