package org.hindcast.prediction;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param stored how many rows are new, or have a new outcome
 * @param known how many stood there already, just so
 * @param missing positions in the batch, counted from 1, of outcomes for which there is no prediction
 */
public record Stored(long stored, long known, List<Integer> missing) {

    public Stored {
        missing = List.copyOf(missing);
    }
}
