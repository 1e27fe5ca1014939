package guildhall.runtime.web;

import java.time.DateTimeException;
import java.time.Instant;
import org.springframework.core.convert.converter.Converter;

/** Reads an instant that every store can keep: of the years 1 to 9999. */
final class PlausibleInstant implements Converter<String, Instant> {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    @Override
    public Instant convert(String text) {
        var instant = Instant.parse(text);
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new DateTimeException("Out of range");
        }
        return instant;
    }
}
