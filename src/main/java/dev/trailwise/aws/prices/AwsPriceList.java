package dev.trailwise.aws.prices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trailwise.cost.PriceEntry;
import dev.trailwise.cost.Usd;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.failure.Remedy;
import dev.trailwise.failure.SettingName;
import dev.trailwise.trail.Region;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * AWS's public price list, which needs no account.
 *
 * @see <a href="https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-bulk-api.html">Price
 *     list bulk API</a>
 */
public final class AwsPriceList {
    /** Where AWS has it. */
    public static final URI PUBLIC = URI.create("https://pricing.us-east-1.amazonaws.com");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String USAGE = "DataScannedInTB";

    private final URI base;

    /** The list at that address, {@link #PUBLIC} but for tests. */
    public AwsPriceList(URI base) {
        this.base = base;
    }

    /**
     * What Athena asks for a scan in a Region.
     *
     * @throws Failure UNAVAILABLE when the list cannot be had, USAGE when it has no such price in US dollars
     */
    public PriceEntry scan(Region region) {
        URI uri = base.resolve("/offers/v1.0/aws/AmazonAthena/current/" + region + "/index.json");
        JsonNode list = parse(uri, get(uri, region));
        List<JsonNode> dimensions = new ArrayList<>();
        list.path("products").properties().forEach(product -> {
            if (isScan(product.getValue().path("attributes"), region)) {
                list.path("terms")
                        .path("OnDemand")
                        .path(product.getKey())
                        .forEach(term -> term.path("priceDimensions").forEach(dimensions::add));
            }
        });
        return dimensions.stream()
                .map(dimension -> dimension.path("pricePerUnit").path("USD").asText())
                .filter(price -> price.matches("[0-9]+(\\.[0-9]+)?"))
                .map(Usd::parse)
                .max(Usd::compareTo)
                .map(price ->
                        new PriceEntry(PriceEntry.Item.SCAN, region.code(), price, date(list), true, "AWS price list"))
                .orElseThrow(() -> new Failure(
                        ExitCode.USAGE,
                        "AWS's price list has no price in US dollars for Athena's scans in " + region,
                        Remedy.setting(SettingName.COST_PRICE_PER_TB, "5.00", "sets it")));
    }

    private static boolean isScan(JsonNode attributes, Region region) {
        String usage = attributes.path("usagetype").asText();
        String where = attributes.path("regionCode").asText(region.code());
        return usage.endsWith(USAGE) && where.equals(region.code());
    }

    private static LocalDate date(JsonNode list) {
        String published = list.path("publicationDate").asText();
        try {
            return LocalDate.parse(published.substring(0, Math.min(10, published.length())));
        } catch (DateTimeParseException none) {
            throw new Failure(
                    ExitCode.UNAVAILABLE, "AWS's price list does not say its date: '" + published + "'", none);
        }
    }

    private static String get(URI uri, Region region) {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 403 || response.statusCode() == 404) {
                throw new Failure(
                        ExitCode.USAGE,
                        "AWS's price list does not have " + region + " (HTTP " + response.statusCode() + " from " + uri
                                + "): check the Region's name",
                        Remedy.setting(SettingName.COST_PRICE_PER_TB, "5.00", "sets the price"));
            }
            if (response.statusCode() != 200) {
                throw new Failure(
                        ExitCode.UNAVAILABLE,
                        "AWS's price list could not be read (HTTP " + response.statusCode() + " from " + uri
                                + "): try again later");
            }
            return response.body();
        } catch (IOException unreachable) {
            throw new Failure(
                    ExitCode.UNAVAILABLE,
                    "AWS's price list could not be reached at " + uri + " ("
                            + unreachable.getClass().getSimpleName() + "): check the network",
                    unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitCode.INTERRUPTED, "interrupted", interrupted);
        }
    }

    private static JsonNode parse(URI uri, String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (JsonProcessingException malformed) {
            throw new Failure(
                    ExitCode.UNAVAILABLE,
                    "AWS's price list at " + uri + " cannot be understood: it is not JSON",
                    malformed);
        }
    }
}
