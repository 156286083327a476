package dev.trailwise.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.00 kB",
        "999999, 1.00 MB",
        "1234567, 1.24 MB",
        "12345678, 12.4 MB",
        "999999999999, 1.00 TB",
        "5000000000000, 5.00 TB",
        "9223372036854775807, 9.23 EB",
    })
    void an_amount_of_data_is_rounded_up_to_three_digits(long count, String shown) {
        assertThat(new Bytes(count)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({"500MB, 500000000", "2 GB, 2000000000", "1.5tb, 1500000000000", "42, 42", "10B, 10", "3k, 3000"})
    void an_amount_of_data_is_read_in_decimal_units(String text, long count) {
        assertThat(Bytes.parse(text).count()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "MB", "1 MiB", "10EB9", "99999999EB"})
    void what_is_no_amount_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Bytes.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0, $0.00",
        "5, $5.00",
        "1.5, $1.50",
        "0.05, $0.05",
        "0.00005, $0.00005",
        "0.123456, $0.13",
        "1.234, $1.24",
        "0.0049, $0.0049",
        "0.00491, $0.005",
        "1234.5, $1234.50",
    })
    void a_price_shows_cents_or_two_digits_of_a_smaller_one_rounded_up(BigDecimal amount, String shown) {
        assertThat(new Usd(amount)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 10000000",
        "1, 10000000",
        "10000000, 10000000",
        "10000001, 11000000",
        "1000000000000, 1000000000000",
    })
    void a_scan_is_billed_by_the_megabyte_and_at_least_ten(long scanned, long billed) {
        assertThat(ScanPrice.billed(new Bytes(scanned)).count()).isEqualTo(billed);
    }

    @Test
    void a_terabyte_costs_the_list_price_and_the_smallest_query_a_two_hundredth_of_a_cent() {
        assertThat(ScanPrice.LIST.of(new Bytes(1_000_000_000_000L))).isEqualTo(Usd.parse("5"));
        assertThat(ScanPrice.LIST.of(Bytes.ZERO)).isEqualTo(Usd.parse("0.00005"));
    }
}
