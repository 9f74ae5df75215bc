package org.hindcast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hindcast.support.Hindcast;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the server opens to the network, as the kernel tells. */
@ArquillianTest
@RunAsClient
@EnabledOnOs(OS.LINUX)
class PortsIT {

    private static final String LISTENING = "0A";

    /** 127.0.0.1, as an IPv4 socket and as an IPv6 one holds it. */
    private static final Set<String> LOOPBACK = Set.of("0100007F", "0000000000000000FFFF00000100007F");

    @Test
    @DisplayName("SEC-24: only the HTTP port listens, on this machine alone, and no datagram is taken")
    void only_the_http_port_is_open() throws Exception {
        Path server = server();
        Set<String> sockets = sockets(server);
        Set<Integer> ports = new TreeSet<>();
        for (String line : lines(server, "tcp", "tcp6")) {
            String[] fields = line.strip().split("\\s+");
            if (fields[3].equals(LISTENING) && sockets.contains(fields[9])) {
                String[] address = fields[1].split(":");
                ports.add(Integer.parseInt(address[1], 16));
                assertEquals(true, LOOPBACK.contains(address[0]), address[0]);
            }
        }
        assertEquals(Set.of(Hindcast.url().getPort()), ports);
        assertEquals(
                List.of(),
                lines(server, "udp", "udp6").stream()
                        .filter(line -> sockets.contains(line.strip().split("\\s+")[9]))
                        .toList());
    }

    private static Path server() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains("payara-micro.jar"))
                .map(process -> Path.of("/proc", Long.toString(process.pid())))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> sockets(Path process) throws IOException {
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            return files.map(PortsIT::target)
                    .filter(name -> name.startsWith("socket:["))
                    .map(name -> name.replaceAll("\\D", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static List<String> lines(Path process, String... kinds) throws IOException {
        Stream.Builder<String> lines = Stream.builder();
        for (String kind : kinds) {
            Files.readAllLines(process.resolve("net").resolve(kind)).stream()
                    .skip(1)
                    .forEach(lines);
        }
        return lines.build().toList();
    }
}
