package org.hindcast.prediction;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongConsumer;

/**
 * Rows that wait for the database, in batches as COPY takes them. They are all read, and found to be right, before a connection
 * is asked for: a slow sender holds none, and a statement never lasts longer than a batch.
 */
final class Batches implements Closeable, Iterable<InputStream> {

    private static final int ROWS = 10_000;
    private static final int BYTES = 2_000_000;

    private final Spool spool = new Spool();
    private final List<Integer> lengths = new ArrayList<>();
    private final int columns;
    private final LongConsumer progress;
    private CopyRows batch;
    private int rows;
    private long all;

    /** @param progress is told before each batch how many rows are in the database; what it throws ends the work */
    Batches(int columns, LongConsumer progress) {
        this.columns = columns;
        this.progress = progress;
    }

    /** Where the next row is to be written. */
    CopyRows row() throws IOException {
        if (batch != null && (rows == ROWS || batch.length() > BYTES)) {
            endBatch();
        }
        if (batch == null) {
            batch = new CopyRows(spool, columns);
        }
        rows++;
        all++;
        return batch.row();
    }

    /** No row comes any more. */
    void end() throws IOException {
        if (batch != null) {
            endBatch();
        }
    }

    long rows() {
        return all;
    }

    @Override
    public Iterator<InputStream> iterator() {
        try {
            return new Reading(spool.read());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    private void endBatch() throws IOException {
        batch.close();
        lengths.add(Math.toIntExact(batch.length()));
        batch = null;
        rows = 0;
    }

    /** One batch after the other. */
    private final class Reading implements Iterator<InputStream> {
        private final InputStream in;
        private int next;

        Reading(InputStream in) {
            this.in = in;
        }

        @Override
        public boolean hasNext() {
            return next < lengths.size();
        }

        @Override
        public InputStream next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            progress.accept(all * next / lengths.size());
            try {
                return new ByteArrayInputStream(in.readNBytes(lengths.get(next++)));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
