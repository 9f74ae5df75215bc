package org.hindcast.web.reader;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.hindcast.Refusal;

/** Moments as people type them: a day, a local time in their zone, or a time with its offset. */
@RequestScoped
public class Moments {

    @Inject
    private Frame frame;

    /** As a field for date and time shows it. */
    public String write(OffsetDateTime time) {
        return time.atZoneSameInstant(frame.getZone())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }

    /**
     * The moment typed, in UTC; another one for a field that was not sent. A browser sends a date that does not exist, such as
     * February 30, as nothing. @throws Refusal beside the field when it is none
     */
    public OffsetDateTime read(String field, String text, OffsetDateTime otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (text.isBlank()) {
            throw Refusal.at(field, "prediction.noTime");
        }
        try {
            return parse(text.strip()).withOffsetSameInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Refusal.at(field, "prediction.notTime");
        }
    }

    private OffsetDateTime parse(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(frame.getZone()).toOffsetDateTime();
        }
        boolean zoned = text.matches(".*(Z|[+-]\\d\\d(:?\\d\\d)?)");
        return zoned && text.indexOf('T') > 0 && !text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d(:\\d\\d)*(\\.\\d+)?")
                ? OffsetDateTime.parse(text)
                : LocalDateTime.parse(text).atZone(frame.getZone()).toOffsetDateTime();
    }
}
