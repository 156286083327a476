package dev.trailwise.sql.duckdb.function;

import dev.trailwise.sql.duckdb.translation.Call;
import dev.trailwise.sql.duckdb.translation.Expressions;
import dev.trailwise.sql.duckdb.translation.Translation;
import dev.trailwise.sql.function.Type;
import dev.trailwise.sql.function.Type.Simple;

/** Functions that take a lambda. */
final class LambdaFunctions {
    private final Translation translation;

    LambdaFunctions(Expressions expressions) {
        this.translation = expressions.translation();
    }

    /** NULL when no element decides but one gives NULL, as in Trino. */
    static String match(Call call, String name) {
        String array = call.sql(0);
        String lambda = call.sql(1);
        int colon = lambda.indexOf(": ");
        String head = lambda.substring(0, colon + 2);
        String test = lambda.substring(colon + 2);
        boolean all = name.equals("all_match");
        boolean found = name.equals("any_match");
        String decided = "len(list_filter(" + array + ", " + head + (all ? "NOT " : "") + test + ")) > 0";
        if (found && TruthContext.nullIsFalse(call.at())) {
            return "(" + decided + ")";
        }
        String undecided = "len(list_filter(" + array + ", " + head + test + " IS NULL)) > 0";
        return "(CASE WHEN " + decided + " THEN " + found + " WHEN " + undecided + " THEN NULL WHEN " + array
                + " IS NOT NULL THEN " + !found + " END)";
    }

    String reduce(Call call) {
        Type element = ((Type.Array) call.arguments().get(0).type()).element();
        Type state = call.letters().getOrDefault("S", Simple.UNKNOWN);
        if (element == Simple.UNKNOWN || state == Simple.UNKNOWN) {
            throw translation.unsupported(call.at(), "reduce of values without a type");
        }
        String start = "CAST(" + call.sql(1) + " AS " + state.duckDb() + ")";
        String lambda = call.sql(2);
        int colon = lambda.indexOf(": ");
        String[] names = lambda.substring("lambda ".length(), colon).split(", ");
        String a = translation.local(call.at(), "a");
        String b = translation.local(call.at(), "b");
        String body = lambda.substring(colon + 2).replace(names[0], a + ".s").replace(names[1], b + ".e");
        String none = "CAST(NULL AS " + element.duckDb() + ")";
        String pairs = "list_transform(" + call.sql(0) + ", lambda " + b + ": struct_pack(s := CAST(NULL AS "
                + state.duckDb() + "), e := CAST(" + b + " AS " + element.duckDb() + ")))";
        String folded = "list_reduce(" + pairs + ", lambda " + a + ", " + b + ": struct_pack(s := CAST(" + body + " AS "
                + state.duckDb() + "), e := " + none + "), struct_pack(s := " + start + ", e := " + none + ")).s";
        return "(CASE WHEN " + call.sql(0) + " IS NOT NULL THEN list_transform([" + folded + "], " + call.sql(3)
                + ")[1] END)";
    }

    String zipWith(Call call) {
        String lambda = call.sql(2);
        int colon = lambda.indexOf(": ");
        String[] names = lambda.substring("lambda ".length(), colon).split(", ");
        String pair = translation.local(call.at(), "l");
        String body = lambda.substring(colon + 2)
                .replace(names[0], "struct_extract(" + pair + ", 1)")
                .replace(names[1], "struct_extract(" + pair + ", 2)");
        return "(CASE WHEN " + call.sql(0) + " IS NOT NULL AND " + call.sql(1)
                + " IS NOT NULL THEN list_transform(list_zip(" + call.sql(0) + ", " + call.sql(1) + "), lambda " + pair
                + ": " + body + ") END)";
    }

    String overEntries(Call call, String name) {
        String lambda = call.sql(1);
        int colon = lambda.indexOf(": ");
        String[] names = lambda.substring("lambda ".length(), colon).split(", ");
        String entry = translation.local(call.at(), "l");
        String body =
                lambda.substring(colon + 2).replace(names[0], entry + ".key").replace(names[1], entry + ".value");
        String entries = "map_entries(" + call.sql(0) + ")";
        return name.equals("map_filter")
                ? "map_from_entries(list_filter(" + entries + ", lambda " + entry + ": " + body + "))"
                : "map_from_entries(list_transform(" + entries + ", lambda " + entry + ": struct_pack(k := " + entry
                        + ".key, v := " + body + ")))";
    }
}
