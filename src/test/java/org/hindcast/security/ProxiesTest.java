package org.hindcast.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hindcast.settings.Network;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("SEC-25: which address the audit and the log name")
class ProxiesTest {

    @ParameterizedTest(name = "from {0} with {1}, trusting {2}: {3}")
    @CsvSource(
            delimiter = ';',
            emptyValue = "",
            value = {
                "203.0.113.9; 198.51.100.1;                         '';                     203.0.113.9",
                "203.0.113.9; 198.51.100.1;                         10.0.0.0/8;             203.0.113.9",
                "10.1.2.3;    198.51.100.1;                         '';                     10.1.2.3",
                "10.1.2.3;    198.51.100.1;                         10.0.0.0/8;             198.51.100.1",
                "10.1.2.3;    198.51.100.1;                         10.1.2.3;               198.51.100.1",
                "10.1.2.3;    198.51.100.1;                         10.1.2.4;               10.1.2.3",
                "10.1.2.3;    '';                                   10.0.0.0/8;             10.1.2.3",
                "10.1.2.3;    '6.6.6.6, 198.51.100.1';              10.0.0.0/8;             198.51.100.1",
                "10.1.2.3;    '6.6.6.6,198.51.100.1, 10.9.9.9';     10.0.0.0/8;             198.51.100.1",
                "10.1.2.3;    '10.7.7.7, 10.9.9.9';                 10.0.0.0/8;             10.7.7.7",
                "10.1.2.3;    '6.6.6.6|198.51.100.1';               10.0.0.0/8;             198.51.100.1",
                "10.1.2.3;    '198.51.100.1, unknown';              10.0.0.0/8;             10.1.2.3",
                "10.1.2.3;    '198.51.100.1, <script>';             10.0.0.0/8;             10.1.2.3",
                "10.1.2.3;    '198.51.100.1, evil.example, 10.9.9.9'; 10.0.0.0/8;           10.9.9.9",
                "10.1.2.3;    999.1.1.1;                            10.0.0.0/8;             10.1.2.3",
                "10.1.2.3;    ',,,';                                10.0.0.0/8;             10.1.2.3",
                "10.1.2.3;    2001:db8::7;                          10.0.0.0/8;             2001:db8:0:0:0:0:0:7",
                "::1;         198.51.100.1;                         '127.0.0.1, ::1';       198.51.100.1",
                "0:0:0:0:0:0:0:1; 198.51.100.1;                     ::1/128;                198.51.100.1",
                "2001:db8::1; 198.51.100.1;                         2001:db8::/32;          198.51.100.1",
                "2001:db9::1; 198.51.100.1;                         2001:db8::/32;          2001:db9::1",
                "::ffff:10.1.2.3; 198.51.100.1;                     10.0.0.0/8;             198.51.100.1",
                "192.0.2.127; 198.51.100.1;                         192.0.2.0/25;           198.51.100.1",
                "192.0.2.128; 198.51.100.1;                         192.0.2.0/25;           192.0.2.128",
            })
    void only_trusted_proxies_are_believed_and_the_last_address_that_is_none_of_theirs_counts(
            String peer, String forwarded, String trusted, String client) {
        List<Network> proxies = Arrays.stream(trusted.split(","))
                .map(Network::of)
                .flatMap(Optional::stream)
                .toList();
        assertEquals(client, new Proxies(proxies).client(peer, List.of(forwarded.split("\\|"))));
    }
}
