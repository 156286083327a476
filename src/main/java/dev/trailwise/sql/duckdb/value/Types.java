package dev.trailwise.sql.duckdb.value;

import dev.trailwise.sql.Names;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Simple;
import dev.trailwise.sql.text.Excerpt;
import io.trino.grammar.sql.SqlBaseParser.ArrayTypeContext;
import io.trino.grammar.sql.SqlBaseParser.DateTimeTypeContext;
import io.trino.grammar.sql.SqlBaseParser.DoublePrecisionTypeContext;
import io.trino.grammar.sql.SqlBaseParser.GenericTypeContext;
import io.trino.grammar.sql.SqlBaseParser.IntervalTypeContext;
import io.trino.grammar.sql.SqlBaseParser.LegacyArrayTypeContext;
import io.trino.grammar.sql.SqlBaseParser.LegacyMapTypeContext;
import io.trino.grammar.sql.SqlBaseParser.RowFieldContext;
import io.trino.grammar.sql.SqlBaseParser.RowTypeContext;
import io.trino.grammar.sql.SqlBaseParser.TypeContext;
import io.trino.grammar.sql.SqlBaseParser.TypeParameterContext;
import java.util.List;
import java.util.OptionalInt;

/** Types as a query writes them. */
public final class Types {
    private Types() {}

    public static Type read(Translation translation, TypeContext type) {
        if (type instanceof DateTimeTypeContext time && time.TIMESTAMP() != null) {
            if (time.precision != null && !time.precision.getText().matches("[0-6]")) {
                throw translation.unsupported(type, "a timestamp of more than six digits");
            }
            return time.WITH() != null ? Simple.TIMESTAMP_TZ : Simple.TIMESTAMP;
        }
        if (type instanceof IntervalTypeContext interval) {
            return interval.from.getText().equalsIgnoreCase("year") ? Simple.INTERVAL_MONTH : Simple.INTERVAL_DAY;
        }
        if (type instanceof DoublePrecisionTypeContext) {
            return Simple.DOUBLE;
        }
        if (type instanceof ArrayTypeContext array) {
            return new Type.Array(read(translation, array.type()));
        }
        if (type instanceof LegacyArrayTypeContext array) {
            return new Type.Array(read(translation, array.type()));
        }
        if (type instanceof LegacyMapTypeContext map) {
            return new Type.MapOf(read(translation, map.keyType), read(translation, map.valueType));
        }
        if (type instanceof RowTypeContext row) {
            return new Type.Row(row.rowField().stream()
                    .map(field -> field(translation, field))
                    .toList());
        }
        if (type instanceof GenericTypeContext generic) {
            return generic(translation, generic);
        }
        throw translation.unsupported(type, "the type " + Excerpt.neutral(type.getText()));
    }

    /** {@code row(varchar)} has a field without name, {@code row(a varchar)} one called a. */
    private static Type.Field field(Translation translation, RowFieldContext field) {
        String name = field.identifier() == null ? "" : Names.of(field.identifier());
        return new Type.Field(name, read(translation, field.type()));
    }

    private static Type generic(Translation translation, GenericTypeContext type) {
        String name = Names.lower(type.identifier());
        List<TypeParameterContext> parameters = type.typeParameter();
        boolean types = parameters.stream().allMatch(parameter -> parameter.type() != null);
        if (name.equals("array") && types && parameters.size() == 1) {
            return new Type.Array(read(translation, parameters.get(0).type()));
        }
        if (name.equals("map") && types && parameters.size() == 2) {
            return new Type.MapOf(
                    read(translation, parameters.get(0).type()),
                    read(translation, parameters.get(1).type()));
        }
        if (name.equals("decimal")) {
            return decimal(translation, type);
        }
        boolean plain = parameters.isEmpty() || length(type).isPresent();
        return Simple.named(name)
                .filter(simple -> plain)
                .orElseThrow(() -> translation.unsupported(type, "the type " + Excerpt.neutral(type.getText())));
    }

    /** The length in {@code varchar(10)}. */
    public static OptionalInt length(TypeContext type) {
        boolean limited = type instanceof GenericTypeContext generic
                && Names.lower(generic.identifier()).equals("varchar")
                && generic.typeParameter().size() == 1
                && generic.typeParameter(0).getText().matches("[0-9]{1,9}");
        return limited
                ? OptionalInt.of(Integer.parseInt(
                        ((GenericTypeContext) type).typeParameter(0).getText()))
                : OptionalInt.empty();
    }

    private static Type decimal(Translation translation, GenericTypeContext type) {
        List<String> sizes =
                type.typeParameter().stream().map(TypeParameterContext::getText).toList();
        if (sizes.size() > 2 || !sizes.stream().allMatch(size -> size.matches("[0-9]{1,2}"))) {
            throw translation.wrong(type, "not a decimal type; write decimal(10,2)");
        }
        int precision = sizes.isEmpty() ? 38 : Integer.parseInt(sizes.get(0));
        int scale = sizes.size() < 2 ? 0 : Integer.parseInt(sizes.get(1));
        if (precision < 1 || precision > 38 || scale > precision) {
            throw translation.wrong(type, "a decimal has 1 to 38 digits, and no more after the point than in all");
        }
        return new Type.Decimal(precision, scale);
    }
}
