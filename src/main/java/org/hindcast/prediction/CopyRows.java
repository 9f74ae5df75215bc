package org.hindcast.prediction;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;

/** Writes rows as PostgreSQL's COPY takes them in binary: numbers and times need no parsing there. PostgreSQL manual, COPY. */
final class CopyRows implements AutoCloseable {

    private static final byte[] HEAD = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final long EPOCH_2000 = 946_684_800L;
    private static final int EIGHT = 8;
    private static final int BUFFER = 16_384;

    private final OutputStream out;
    private final short columns;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long flushed;

    CopyRows(OutputStream out, int columns) {
        this.out = out;
        this.columns = (short) columns;
        buffer.put(HEAD);
    }

    CopyRows row() throws IOException {
        room(Short.BYTES).putShort(columns);
        return this;
    }

    CopyRows number(Double number) throws IOException {
        return number == null ? nothing() : eight(Double.doubleToRawLongBits(number));
    }

    CopyRows whole(Long number) throws IOException {
        return number == null ? nothing() : eight(number);
    }

    CopyRows whole(Integer number) throws IOException {
        if (number == null) {
            return nothing();
        }
        room(Integer.BYTES * 2).putInt(Integer.BYTES).putInt(number);
        return this;
    }

    CopyRows time(OffsetDateTime time) throws IOException {
        return time == null
                ? nothing()
                : eight((time.toEpochSecond() - EPOCH_2000) * 1_000_000 + time.getNano() / 1_000);
    }

    CopyRows text(String text) throws IOException {
        if (text == null) {
            return nothing();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES).putInt(bytes.length);
        if (bytes.length > buffer.capacity()) {
            flush();
            out.write(bytes, 0, bytes.length);
            flushed += bytes.length;
        } else {
            room(bytes.length).put(bytes);
        }
        return this;
    }

    CopyRows nothing() throws IOException {
        room(Integer.BYTES).putInt(-1);
        return this;
    }

    /** So many bytes were written. */
    long length() {
        return flushed + buffer.position();
    }

    /** Ends the rows, not what they are written to. */
    @Override
    public void close() throws IOException {
        room(Short.BYTES).putShort((short) -1);
        flush();
    }

    private CopyRows eight(long bits) throws IOException {
        room(Integer.BYTES + EIGHT).putInt(EIGHT).putLong(bits);
        return this;
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        flushed += buffer.position();
        buffer.clear();
    }
}
