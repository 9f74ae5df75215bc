package org.hindcast.architecture.violators.project;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** A room that reads files. */
public class ReadsCsv {

    private final NamedCsvRecord known;

    ReadsCsv(NamedCsvRecord known) {
        this.known = known;
    }

    NamedCsvRecord known() {
        return known;
    }
}
