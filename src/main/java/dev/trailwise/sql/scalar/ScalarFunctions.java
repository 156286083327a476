package dev.trailwise.sql.scalar;

import static dev.trailwise.sql.scalar.Kind.REAL;
import static dev.trailwise.sql.scalar.Kind.TEXT;
import static dev.trailwise.sql.scalar.Kind.TRUTH;
import static dev.trailwise.sql.scalar.Kind.WHOLE;

import java.net.URI;
import java.util.List;

/** The functions by name. Each is made when it is asked for, so that a query loads no library that it does not need. */
public final class ScalarFunctions {
    /** How their names begin in DuckDB, where no function of its own begins so. */
    public static final String PREFIX = "trino_";

    private ScalarFunctions() {}

    /**
     * A function.
     *
     * @param name its name without {@link #PREFIX}
     */
    public static ScalarFunction named(String name) {
        return switch (name) {
            case "regexp_like" -> of(TRUTH, Regexps::like, TEXT, TEXT);
            case "regexp_extract" -> of(TEXT, Regexps::extract, TEXT, TEXT, WHOLE);
            case "regexp_extract_all" -> of(TEXT, Regexps::extractAll, TEXT, TEXT, WHOLE);
            case "regexp_replace" -> of(TEXT, Regexps::replace, TEXT, TEXT, TEXT);
            case "regexp_split" -> of(TEXT, Regexps::split, TEXT, TEXT);
            case "regexp_count" -> of(WHOLE, Regexps::count, TEXT, TEXT);
            case "url_extract_protocol" -> of(TEXT, Urls.part(URI::getScheme), TEXT);
            case "url_extract_host" -> of(TEXT, Urls.part(URI::getHost), TEXT);
            case "url_extract_path" -> of(TEXT, Urls.part(URI::getPath), TEXT);
            case "url_extract_query" -> of(TEXT, Urls.part(URI::getQuery), TEXT);
            case "url_extract_fragment" -> of(TEXT, Urls.part(URI::getFragment), TEXT);
            case "url_extract_port" -> of(WHOLE, Urls::port, TEXT);
            case "url_extract_parameter" -> of(TEXT, Urls::parameter, TEXT, TEXT);
            case "url_encode" -> of(TEXT, Urls::encode, TEXT);
            case "url_decode" -> of(TEXT, Urls::decode, TEXT);
            case "json_extract_scalar" -> of(TEXT, JsonTexts::scalar, TEXT, TEXT);
            case "json_extract" -> of(TEXT, JsonTexts::extract, TEXT, TEXT);
            case "json_size" -> of(WHOLE, JsonTexts::size, TEXT, TEXT);
            case "json_exists" -> of(TRUTH, SqlJson::exists, TEXT, TEXT, TEXT);
            case "json_value" -> of(TEXT, SqlJson::value, TEXT, TEXT, TEXT, TEXT, TEXT);
            case "json_value_state" -> of(TEXT, SqlJson::valueState, TEXT, TEXT, TEXT);
            case "json_query" -> of(TEXT, SqlJson::query, TEXT, TEXT, TEXT, TEXT, TEXT);
            case "json_texts" -> of(TEXT, SqlJson::texts, TEXT, TEXT);
            case "json_array_length" -> of(WHOLE, JsonTexts::arrayLength, TEXT);
            case "json_array_contains" -> of(TRUTH, JsonTexts::contains, TEXT, TEXT);
            case "json_array_contains_whole" -> of(TRUTH, JsonTexts::contains, TEXT, WHOLE);
            case "json_array_contains_real" -> of(TRUTH, JsonTexts::contains, TEXT, REAL);
            case "json_array_contains_truth" -> of(TRUTH, JsonTexts::contains, TEXT, TRUTH);
            case "is_json_scalar" -> of(TRUTH, JsonTexts::isScalar, TEXT);
            case "json_parse" -> of(TEXT, JsonTexts::parse, TEXT);
            case "json_text" -> of(TEXT, JsonCasts::text, TEXT);
            case "json_truth" -> of(TRUTH, JsonCasts::truth, TEXT);
            case "json_whole" -> of(WHOLE, JsonCasts::whole, TEXT, WHOLE, WHOLE, TEXT);
            case "json_real" -> of(REAL, JsonCasts::real, TEXT);
            case "json_decimal" -> of(TEXT, JsonCasts::decimal, TEXT, WHOLE, WHOLE);
            case "json_array" -> of(TEXT, JsonCasts::array, TEXT);
            case "json_object" -> of(TEXT, JsonCasts::object, TEXT);
            case "json_field" -> of(TEXT, JsonCasts::field, TEXT, TEXT);
            case "json_of_double" -> of(TEXT, JsonCasts::ofDouble, REAL);
            case "json_of_real" -> of(TEXT, JsonCasts::ofReal, REAL);
            case "replace" -> of(TEXT, Texts::replace, TEXT, TEXT, TEXT);
            case "log" ->
                of(REAL, arguments -> Math.log((Double) arguments[1]) / Math.log((Double) arguments[0]), REAL, REAL);
            case "modulus" -> of(REAL, arguments -> (Double) arguments[0] % (Double) arguments[1], REAL, REAL);
            case "timestamp" -> of(TEXT, TimestampCasts::timestamp, TEXT);
            case "timestamp_with_zone" -> of(TEXT, TimestampCasts::zoned, TEXT);
            case "ipaddress" -> of(TEXT, Addresses::parse, TEXT);
            case "ipaddress_text" -> of(TEXT, Addresses::text, TEXT);
            case "network_contains" -> of(TRUTH, Network::contains, TEXT, TEXT);
            case "split" -> of(TEXT, Texts::split, TEXT, TEXT, WHOLE);
            case "split_to_map" -> of(TEXT, Texts::splitToMap, TEXT, TEXT, TEXT);
            case "format" -> of(TEXT, Formats::format, TEXT, TEXT);
            case "bit_count" -> of(WHOLE, Bits::count, WHOLE, WHOLE);
            case "bitwise_left_shift" -> of(WHOLE, Bits::left, WHOLE, WHOLE, WHOLE);
            case "bitwise_right_shift" -> of(WHOLE, Bits::right, WHOLE, WHOLE, WHOLE);
            case "bitwise_right_shift_arithmetic" -> of(WHOLE, Bits::arithmetic, WHOLE, WHOLE, WHOLE);
            case "format_datetime_zone" -> of(TEXT, Times::formatZone, WHOLE, TEXT, TEXT);
            case "to_iso8601_zone" -> of(TEXT, Times::isoZone, WHOLE, TEXT);
            case "zone_instant" -> of(WHOLE, Times::instant, WHOLE, WHOLE, TEXT);
            case "format_datetime_local" -> of(TEXT, Times::formatLocal, WHOLE, TEXT);
            case "round_whole" -> of(WHOLE, Numbers::roundWhole, WHOLE, WHOLE);
            case "double_text" -> of(TEXT, Numbers::doubleText, REAL);
            case "real_text" -> of(TEXT, Numbers::realText, REAL);
            case "parse_double" -> of(REAL, Numbers::parsedDouble, TEXT);
            case "parse_real" -> of(REAL, Numbers::parsedReal, TEXT);
            case "parse_decimal" -> of(TEXT, Numbers::parsedDecimal, TEXT, WHOLE, WHOLE);
            case "lower" -> of(TEXT, Texts.mapped(Character::toLowerCase), TEXT);
            case "upper" -> of(TEXT, Texts.mapped(Character::toUpperCase), TEXT);
            case "levenshtein_distance" -> of(WHOLE, Texts::levenshtein, TEXT, TEXT);
            case "hamming_distance" -> of(WHOLE, Texts::hamming, TEXT, TEXT);
            case "from_utf8" -> of(TEXT, Texts::fromUtf8, TEXT);
            case "from_base64" -> of(TEXT, Texts::fromBase64, TEXT);
            case "from_base64url" -> of(TEXT, Texts::fromBase64Url, TEXT);
            case "to_base64url" -> of(TEXT, Texts::toBase64Url, TEXT);
            case "from_hex" -> of(TEXT, Texts::fromHex, TEXT);
            case "sha512" -> of(TEXT, Texts::sha512, TEXT);
            case "crc32" -> of(WHOLE, Texts::crc32, TEXT);
            case "format_datetime" -> of(TEXT, Times::formatDatetime, WHOLE, TEXT);
            case "parse_datetime" -> of(TEXT, Times::parseDatetime, TEXT, TEXT);
            case "date_format" -> of(TEXT, Times::dateFormat, WHOLE, TEXT);
            case "date_parse" -> of(TEXT, Times::dateParse, TEXT, TEXT);
            case "iso_minutes" -> of(WHOLE, Times::isoMinutes, TEXT);
            case "datetime_minutes" -> of(WHOLE, Times::datetimeMinutes, TEXT, TEXT);
            case "only_utc" -> of(WHOLE, Times::onlyUtc, WHOLE);
            case "from_iso8601_timestamp" -> of(TEXT, Times::isoTimestamp, TEXT);
            case "from_iso8601_date" -> of(TEXT, Times::isoDate, TEXT);
            default -> throw new IllegalArgumentException("there is no function " + PREFIX + name);
        };
    }

    private static ScalarFunction of(Kind result, ScalarFunction.Body body, Kind... parameters) {
        return new ScalarFunction(List.of(parameters), result, body);
    }
}
