package dev.trailwise.aws.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trailwise.cost.PriceEntry;
import dev.trailwise.cost.Usd;
import dev.trailwise.failure.ExitCode;
import dev.trailwise.failure.Failure;
import dev.trailwise.testing.Told;
import dev.trailwise.testing.aws.PriceListServer;
import dev.trailwise.trail.Region;
import java.net.URI;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwsPriceListTest {
    private static final Region REGION = new Region("sa-east-1");

    private final PriceListServer server = new PriceListServer();
    private final AwsPriceList list = new AwsPriceList(server.uri());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_price_of_a_scanned_terabyte_is_found_among_the_others() {
        server.price("sa-east-1", "USD", "9.0000000000");
        assertThat(list.scan(REGION))
                .isEqualTo(new PriceEntry(
                        PriceEntry.Item.SCAN,
                        "sa-east-1",
                        Usd.parse("9"),
                        LocalDate.parse("2026-11-05"),
                        true,
                        "AWS price list"));
    }

    @Test
    void a_price_in_another_currency_is_none() {
        server.price("sa-east-1", "CNY", "34.34");
        assertFails(() -> list.scan(REGION), ExitCode.USAGE, "no price in US dollars", "cost.price_per_tb");
    }

    @Test
    void a_region_that_the_list_does_not_have_is_told() {
        assertFails(() -> list.scan(REGION), ExitCode.USAGE, "does not have sa-east-1", "HTTP 403");
    }

    @Test
    void what_is_no_price_list_is_told() {
        server.body("sa-east-1", "<html>a captive portal</html>");
        assertFails(() -> list.scan(REGION), ExitCode.UNAVAILABLE, "not JSON");
        server.body("sa-east-1", "{}");
        assertFails(() -> list.scan(REGION), ExitCode.USAGE, "no price");
    }

    @Test
    void a_list_that_cannot_be_reached_is_told() {
        AwsPriceList nowhere = new AwsPriceList(URI.create("http://127.0.0.1:1"));
        assertFails(() -> nowhere.scan(REGION), ExitCode.UNAVAILABLE, "could not be reached", "127.0.0.1:1");
    }

    private static void assertFails(ThrowingCallable call, ExitCode exit, String... words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(exit))
                .isInstanceOfSatisfying(Failure.class, Told.with(words));
    }
}
