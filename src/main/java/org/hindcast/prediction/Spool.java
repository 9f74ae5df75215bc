package org.hindcast.prediction;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/**
 * What came in and waits for the database: a little in memory, more in a file.
 */
final class Spool extends OutputStream {

    private static final int MEMORY = 2_000_000;
    private static final int BUFFER = 65_536;

    private ByteArrayOutputStream memory = new ByteArrayOutputStream(BUFFER);
    private OutputStream out = memory;
    private FileChannel file;

    @Override
    public void write(int b) throws IOException {
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (file == null && memory.size() + length > MEMORY) {
            file = PredictionFile.nameless();
            out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
            memory.writeTo(out);
            memory = null;
        }
        out.write(bytes, from, length);
    }

    /** All that was written. Nothing more may be written after that. */
    InputStream read() throws IOException {
        out.flush();
        return file == null
                ? new ByteArrayInputStream(memory.toByteArray())
                : new BufferedInputStream(Channels.newInputStream(file.position(0)), BUFFER);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
