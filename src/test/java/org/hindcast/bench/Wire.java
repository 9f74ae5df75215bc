package org.hindcast.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that sends the same request each time, and reads no more of the answer than it must: so the asking costs little. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE = 60_000;

    private final byte[] request;
    private final Socket socket;
    private final InputStream in;
    private final byte[] sink = new byte[65_536];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int limit;
    private int bytes;

    Wire(int port, String path, String cookie) throws IOException {
        request = ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept-Encoding: gzip\r\nCookie: "
                        + cookie + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        in = socket.getInputStream();
    }

    /** Sends the request and reads the whole answer. Returns its status. */
    int ask() throws IOException {
        bytes = 0;
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if ("cCtT".indexOf(header.charAt(0)) < 0) {
                continue;
            }
            String lower = header.toLowerCase(Locale.ROOT);
            length = lower.startsWith("content-length:")
                    ? Integer.parseInt(lower.substring(15).strip())
                    : length;
            chunked = chunked || lower.startsWith("transfer-encoding: chunked");
        }
        if (chunked) {
            chunks();
        } else {
            skip(length);
        }
        return status;
    }

    /** Of the last answer, head included. */
    int bytes() {
        return bytes;
    }

    private void chunks() throws IOException {
        int length = Integer.parseInt(line(), 16);
        while (length > 0) {
            skip(length);
            line();
            length = Integer.parseInt(line(), 16);
        }
        line();
    }

    private void skip(int length) throws IOException {
        bytes += length;
        int left = length;
        while (left > limit - at) {
            left -= limit - at;
            at = limit;
            fill();
        }
        at += left;
    }

    private String line() throws IOException {
        line.setLength(0);
        for (int c = read(); c != '\n'; c = read()) {
            line.append((char) c);
        }
        line.setLength(Math.max(0, line.length() - 1));
        return line.toString();
    }

    private int read() throws IOException {
        if (at == limit) {
            fill();
        }
        bytes++;
        return sink[at++];
    }

    private void fill() throws IOException {
        at = 0;
        limit = Math.max(0, in.read(sink));
        if (limit == 0) {
            throw new EOFException("The server closed the connection.");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
