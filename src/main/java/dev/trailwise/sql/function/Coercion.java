package dev.trailwise.sql.function;

import dev.trailwise.sql.function.Type.Array;
import dev.trailwise.sql.function.Type.Decimal;
import dev.trailwise.sql.function.Type.Field;
import dev.trailwise.sql.function.Type.MapOf;
import dev.trailwise.sql.function.Type.Row;
import dev.trailwise.sql.function.Type.Simple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which types are coerced implicitly, as in Trino: numbers widen, dates become timestamps, NULL becomes
 * anything. Text never becomes a number.
 */
public final class Coercion {
    private static final int WIDEST = 38;

    private Coercion() {}

    public static boolean allowed(Type from, Type to) {
        return common(from, to).filter(to::equals).isPresent();
    }

    /** The smallest type that both are coerced to; empty when there is no such type. */
    public static Optional<Type> common(Type a, Type b) {
        if (a.equals(b) || b == Simple.UNKNOWN) {
            return Optional.of(a);
        }
        if (a == Simple.UNKNOWN) {
            return Optional.of(b);
        }
        if (a.numeric() && b.numeric()) {
            return Optional.of(number(a, b));
        }
        if (a instanceof Simple first && b instanceof Simple second) {
            return time(first, second);
        }
        if (a instanceof Type.InZone || b instanceof Type.InZone) {
            return Optional.empty(); // the zone of the first would be lost
        }
        if (a instanceof Array first && b instanceof Array second) {
            return common(first.element(), second.element()).map(Array::new);
        }
        if (a instanceof MapOf first && b instanceof MapOf second) {
            return common(first.key(), second.key())
                    .flatMap(key -> common(first.value(), second.value()).map(value -> new MapOf(key, value)));
        }
        if (a instanceof Row first && b instanceof Row second) {
            return row(first, second);
        }
        return Optional.empty();
    }

    private static Type number(Type a, Type b) {
        if (a == Simple.DOUBLE || b == Simple.DOUBLE) {
            return Simple.DOUBLE;
        }
        if (a == Simple.REAL || b == Simple.REAL) {
            return Simple.REAL;
        }
        if (a instanceof Simple first && b instanceof Simple second) {
            return decimal(first).precision() > decimal(second).precision() ? first : second;
        }
        Decimal first = decimal(a);
        Decimal second = decimal(b);
        int scale = Math.max(first.scale(), second.scale());
        int whole = Math.max(first.precision() - first.scale(), second.precision() - second.scale());
        return new Decimal(Math.min(WIDEST, whole + scale), scale);
    }

    /** A number as the decimal that holds it. */
    public static Decimal decimal(Type number) {
        return number instanceof Decimal decimal ? decimal : Decimal.holding((Simple) number);
    }

    private static Optional<Type> time(Simple a, Simple b) {
        List<Simple> order = List.of(Simple.DATE, Simple.TIMESTAMP, Simple.TIMESTAMP_TZ);
        int first = order.indexOf(a);
        int second = order.indexOf(b);
        return first < 0 || second < 0 ? Optional.empty() : Optional.of(order.get(Math.max(first, second)));
    }

    private static Optional<Type> row(Row a, Row b) {
        if (a.fields().size() != b.fields().size()) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < a.fields().size(); i++) {
            Field first = a.fields().get(i);
            Field second = b.fields().get(i);
            Optional<Type> type = common(first.type(), second.type());
            if (type.isEmpty()) {
                return Optional.empty();
            }
            String name = first.name().equalsIgnoreCase(second.name()) ? first.name() : "";
            fields.add(new Field(name, type.get()));
        }
        return Optional.of(new Row(fields));
    }
}
