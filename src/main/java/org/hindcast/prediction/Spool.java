package org.hindcast.prediction;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What came in and waits for the database: a little in memory, more in a file that vanishes when it is closed. */
final class Spool extends OutputStream {

    private static final int MEMORY = 2_000_000;
    private static final int BUFFER = 65_536;

    private ByteArrayOutputStream memory = new ByteArrayOutputStream(BUFFER);
    private OutputStream out = memory;
    private Path file;

    @Override
    public void write(int b) throws IOException {
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (file == null && memory.size() + length > MEMORY) {
            file = Files.createTempFile("hindcast", ".rows");
            out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
            memory.writeTo(out);
            memory = null;
        }
        out.write(bytes, from, length);
    }

    /** All that was written. */
    InputStream read() throws IOException {
        out.flush();
        return file == null
                ? new ByteArrayInputStream(memory.toByteArray())
                : new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
