package dev.trailwise.output.estimate;

import dev.trailwise.cost.Archived;
import dev.trailwise.cost.Estimate;
import dev.trailwise.cost.Prices;
import dev.trailwise.text.JsonText;
import dev.trailwise.trail.Scope;
import java.util.LinkedHashMap;
import java.util.Map;

/** An estimate as one JSON object, for programs: what {@code --dry-run --format json} prints. */
public final class EstimateJson {
    private EstimateJson() {}

    /**
     * The object, without a line end. Empty {@code accounts} and {@code regions} mean all; amounts are exact.
     *
     * @param engine which engine would be asked
     * @param sql what would be sent
     */
    public static String text(String engine, Scope scope, Estimate estimate, String sql) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("engine", engine);
        object.put("scope", scope(scope));
        object.put("scans", estimate.reads());
        object.put("partitions", estimate.partitions());
        object.put("objects", estimate.objects());
        object.put(
                "archived_objects", estimate.archived().map(Archived::objects).orElse(0L));
        object.put("bytes", estimate.bytes().count());
        object.put("billed_bytes", estimate.billed().count());
        object.put("exactness", estimate.precision().word());
        object.put("reasons", estimate.reasons());
        estimate.asOf().ifPresent(asOf -> object.put("as_of", asOf.toString()));
        object.put("s3_requests", requests(estimate));
        object.put("usd", dollars(estimate));
        object.put("price", price(estimate.prices()));
        object.put("sql", sql);
        return JsonText.line(object);
    }

    private static Map<String, Object> scope(Scope scope) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("from", scope.time().from().toString());
        object.put("to", scope.time().to().toString());
        object.put("accounts", scope.accounts().stream().map(Object::toString).toList());
        object.put("regions", scope.regions().stream().map(Object::toString).toList());
        Map<String, Object> days = new LinkedHashMap<>();
        days.put("first", scope.days().first().date().toString());
        days.put("last", scope.days().last().date().toString());
        object.put("days", days);
        return object;
    }

    private static Map<String, Object> requests(Estimate estimate) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("get", estimate.getRequests());
        object.put("list", estimate.listRequests());
        return object;
    }

    private static Map<String, Object> dollars(Estimate estimate) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("scan", estimate.scanCost().amount());
        object.put("s3_requests", estimate.requestCost().amount());
        object.put("total", estimate.total().amount());
        return object;
    }

    private static Map<String, Object> price(Prices prices) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("per_tb", prices.scan().perTerabyte().amount());
        object.put("region", prices.region().code());
        object.put("source", prices.scan().source());
        object.put("assumed", prices.scan().assumed());
        return object;
    }
}
