package org.hindcast.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;

/**
 * One week of the measurements.
 *
 * @param date of its first day
 * @param ppm parts per million, null where the station has no value
 */
record Week(LocalDate date, Double ppm) {

    static Week of(NamedCsvRecord row) {
        String value = row.getField(1);
        return new Week(LocalDate.parse(row.getField(0)), value.isBlank() ? null : Double.valueOf(value));
    }

    boolean isKnown() {
        return ppm != null;
    }
}
