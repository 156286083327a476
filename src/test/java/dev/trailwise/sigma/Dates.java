package dev.trailwise.sigma;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Optional;

/** Parts of dates in ISO 8601. */
final class Dates {
    private Dates() {}

    static Optional<Integer> part(String unit, String text) {
        try {
            LocalDate date = LocalDate.parse(text.length() < 10 ? text : text.substring(0, 10));
            return Optional.of(
                    switch (unit) {
                        case "year" -> date.getYear();
                        case "month" -> date.getMonthValue();
                        case "day" -> date.getDayOfMonth();
                        case "week" -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                        default ->
                            LocalTime.parse(text.substring(11, 16))
                                    .get(unit.equals("hour") ? ChronoField.HOUR_OF_DAY : ChronoField.MINUTE_OF_HOUR);
                    });
        } catch (DateTimeException | StringIndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }
}
